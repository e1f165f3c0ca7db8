package arcade.web.internal;

import arcade.catalog.importing.ImportReport;
import arcade.catalog.importing.PreparedImport;
import arcade.database.SqlFailure;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs an import while it is told of. When nobody listens any more the import ends with the batch it is at. */
final class ImportStream implements StreamingOutput {
    private static final Logger LOG = Logger.getLogger(ImportStream.class.getName());

    private final PreparedImport prepared;
    private final Path posted;

    /** @param posted is deleted at the end */
    ImportStream(PreparedImport prepared, Path posted) {
        this.prepared = prepared;
        this.posted = posted;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        try (prepared) {
            line(out, "report", document(prepared.run((done, total) -> progress(out, done, total))));
        } catch (SqlFailure e) {
            LOG.log(Level.WARNING, "an import broke off", e);
            line(
                    out,
                    "problem",
                    Json.createObjectBuilder().add("detail", "the database gave no answer: " + e.getMessage()));
        } finally {
            Files.deleteIfExists(posted);
        }
    }

    private static void progress(OutputStream out, int done, int total) {
        try {
            line(out, "progress", Json.createObjectBuilder().add("done", done).add("total", total));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void line(OutputStream out, String name, JsonObjectBuilder content) throws IOException {
        JsonObject line = Json.createObjectBuilder().add(name, content).build();
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    static JsonObjectBuilder document(ImportReport report) {
        JsonArrayBuilder rejected = Json.createArrayBuilder();
        report.rejected()
                .forEach(row -> rejected.add(Json.createObjectBuilder()
                        .add("line", row.line())
                        .add("handle", row.handle())
                        .add("reason", row.reason())));
        JsonArrayBuilder notices = Json.createArrayBuilder();
        report.notices()
                .forEach(notice -> notices.add(
                        Json.createObjectBuilder().add("line", notice.line()).add("text", notice.text())));
        return Json.createObjectBuilder()
                .add("created", report.created())
                .add("updated", report.updated())
                .add("unchanged", report.unchanged())
                .add("rejected", rejected)
                .add("notices", notices)
                .add(
                        "pictures",
                        Json.createObjectBuilder()
                                .add("stored", report.pictures().stored())
                                .add("unreachable", report.pictures().unreachable()))
                .add("dryRun", report.dryRun());
    }
}
