package arcade.catalog.importing;

import arcade.catalog.importing.file.Findings;
import arcade.catalog.importing.file.ImportLimits;
import arcade.catalog.importing.file.ProductFile;
import arcade.store.Store;
import java.io.Closeable;
import java.io.IOException;

/**
 * A file that was found readable and waits for its import; made by {@link ProductImport}. Closing it frees its files.
 */
public final class PreparedImport implements Closeable {
    private final Store store;
    private final Upload upload;
    private final ImportOptions options;
    private final ImportLimits limits;
    private final ImportRun.Parts parts;
    private final int total;

    PreparedImport(
            Store store, Upload upload, ImportOptions options, ImportLimits limits, ImportRun.Parts parts, int total) {
        this.store = store;
        this.upload = upload;
        this.options = options;
        this.limits = limits;
        this.parts = parts;
        this.total = total;
    }

    /**
     * @throws arcade.database.SqlFailure the database went away; whole batches may be in
     * @throws java.io.UncheckedIOException the media store cannot be written; whole batches may be in
     */
    public ImportReport run(Progress progress) throws IOException {
        Findings findings = new Findings(limits.findings());
        ImportRun run = new ImportRun(store.id(), upload, options, limits, parts, findings);
        progress.done(0, total);
        try (ProductFile file = ProductFile.open(upload.csv(), store.currency(), limits, findings)) {
            run.run(file, total, progress);
        }
        return run.report();
    }

    @Override
    public void close() throws IOException {
        upload.close();
    }
}
