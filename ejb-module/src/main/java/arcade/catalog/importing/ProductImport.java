package arcade.catalog.importing;

import arcade.catalog.importing.file.ImportLimits;
import arcade.catalog.importing.file.ProductFile;
import arcade.database.Transactions;
import arcade.store.Revisions;
import arcade.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.microprofile.config.Config;

/**
 * Prepares the import of a posted product file. Batches of products are transactions of their own, each of which raises
 * the store's catalogue revision once; pictures are fetched between them. An import that breaks off leaves whole
 * batches behind: running it again goes on, because what is the same changes nothing. Must not be called inside a
 * transaction.
 */
@ApplicationScoped
public class ProductImport {
    @Inject
    private Config config;

    @Inject
    private StoredProducts stored;

    @Inject
    private PictureLoader loader;

    @Inject
    private ProductWriter writer;

    @Inject
    private Transactions transactions;

    @Inject
    private Revisions revisions;

    /** The limits as they are configured. */
    public ImportLimits limits() {
        return ImportLimits.of(config);
    }

    /**
     * Reads the whole file once. The answer runs the import, and must be closed.
     *
     * @param posted a CSV in UTF-8, or a zip with {@code products.csv} and the pictures that it names by relative paths
     * @throws arcade.catalog.importing.file.MalformedFile the file as a whole cannot be read; nothing will be imported
     */
    public PreparedImport prepare(Store store, Path posted, ImportOptions options) throws IOException {
        return prepare(store, posted, options, Witness.nobody());
    }

    /** As above. @param witness looks on while batches are written */
    public PreparedImport prepare(Store store, Path posted, ImportOptions options, Witness witness) throws IOException {
        ImportLimits limits = limits();
        Upload upload = Upload.open(posted, limits);
        try {
            int total = ProductFile.count(upload.csv(), limits);
            ImportRun.BatchWriter batches = (changes, pictures) -> {
                transactions.run(() -> {
                    writer.write(store, changes, pictures, witness);
                    return changes.size();
                });
                revisions.refresh();
            };
            ImportRun.Parts parts = new ImportRun.Parts(stored, loader, batches);
            return new PreparedImport(store, upload, options, limits, parts, total);
        } catch (IOException | RuntimeException e) {
            upload.close();
            throw e;
        }
    }
}
