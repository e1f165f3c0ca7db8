package arcade.desk.house;

import arcade.catalog.importing.ImportOptions;
import arcade.catalog.importing.ImportReport;
import arcade.catalog.importing.PreparedImport;
import arcade.catalog.importing.ProductImport;
import arcade.catalog.importing.Witness;
import arcade.database.Transactions;
import arcade.desk.catalogue.ImportJournal;
import arcade.desk.catalogue.TakeBackDesk;
import arcade.staff.Acting;
import arcade.staff.AuditLog;
import arcade.staff.StaffRole;
import arcade.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Brings a product file into a shop, while it sells. */
@ApplicationScoped
public class CatalogueDesk {
    /** The action in the audit log. */
    public static final String ACTION = "store.import";

    @Inject
    private ProductImport imports;

    @Inject
    private ImportJournal journal;

    @Inject
    private AuditLog log;

    @Inject
    private Transactions transactions;

    /** What a file may measure, in bytes. */
    public long mostBytes() {
        return imports.limits().archiveBytes();
    }

    /**
     * @param trial tell what would change, and change nothing
     * @throws arcade.catalog.importing.file.MalformedFile the file as a whole cannot be read; nothing was changed
     * @throws arcade.database.SqlFailure the database went away; a part may be in, and the same file again brings the rest
     * @throws arcade.desk.catalogue.TakenBackMeanwhile somebody took back what was in, and nothing came after it
     */
    public ImportReport bring(Acting acting, Store store, Path file, boolean trial) throws IOException {
        acting.require(StaffRole.ADMIN);
        if (trial) {
            return run(store, file, new ImportOptions(true, false), Witness.nobody());
        }
        long number = journal.begin(acting, store);
        ImportReport report = run(store, file, new ImportOptions(false, false), journal.witness(store, number));
        transactions.run(() -> {
            long entry = log.write(
                    Optional.of(acting),
                    ACTION,
                    "store",
                    store.code(),
                    null,
                    Json.createObjectBuilder()
                            .add(TakeBackDesk.NUMBER, number)
                            .add("created", report.created())
                            .add("updated", report.updated())
                            .add("unchanged", report.unchanged())
                            .add("rejected", report.rejected().size())
                            .build());
            journal.finish(number, entry);
            return entry;
        });
        return report;
    }

    private ImportReport run(Store store, Path file, ImportOptions options, Witness witness) throws IOException {
        try (PreparedImport prepared = imports.prepare(store, file, options, witness)) {
            return prepared.run((done, total) -> {});
        }
    }
}
