package arcade.web.internal;

import arcade.catalog.importing.ImportOptions;
import arcade.catalog.importing.PreparedImport;
import arcade.catalog.importing.ProductImport;
import arcade.catalog.importing.file.MalformedFile;
import arcade.store.Store;
import arcade.store.Stores;
import arcade.web.problem.Problem;
import arcade.web.problem.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;

/** Takes a product file for a store and tells line by line how its import goes. */
@Path("stores/{code}/imports")
@RequestScoped
public class ImportsResource {
    private static final int PIECE = 1 << 16;

    @Inject
    private Stores stores;

    @Inject
    private ProductImport imports;

    /**
     * What is wrong with the file as a whole is a problem document; everything else is in the report, the last line.
     */
    @POST
    @Consumes({"application/zip", "text/csv", "application/octet-stream"})
    @Produces("application/x-ndjson")
    public StreamingOutput post(
            @PathParam("code") String code,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @QueryParam("retryPictures") @DefaultValue("false") boolean retryPictures,
            InputStream body)
            throws IOException {
        Store store = stores.byCode(code)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(404, "no-such-store", "No such store", "There is no store '" + code + "'.")));
        java.nio.file.Path posted = kept(body);
        try {
            PreparedImport prepared = imports.prepare(store, posted, new ImportOptions(dryRun, retryPictures));
            return new ImportStream(prepared, posted);
        } catch (MalformedFile e) {
            Files.delete(posted);
            throw new ProblemException(Problem.of(400, "not-a-product-file", "Not a product file", e.getMessage()));
        }
    }

    private java.nio.file.Path kept(InputStream body) throws IOException {
        int most = imports.limits().archiveBytes();
        java.nio.file.Path file = Files.createTempFile("arcade-import-", ".posted");
        long size = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] piece = new byte[PIECE];
            for (int read = body.read(piece); read >= 0 && size <= most; read = body.read(piece)) {
                out.write(piece, 0, read);
                size += read;
            }
        }
        if (size > most) {
            Files.delete(file);
            throw new ProblemException(Problem.of(
                    413,
                    "too-large",
                    "Too large",
                    "What was posted is larger than " + most + " bytes; import it in parts."));
        }
        return file;
    }
}
