package arcade.desk.house;

import arcade.catalog.importing.ImportOptions;
import arcade.catalog.importing.ImportReport;
import arcade.catalog.importing.PreparedImport;
import arcade.catalog.importing.ProductImport;
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
    @Inject
    private ProductImport imports;

    @Inject
    private AuditLog log;

    /** What a file may measure, in bytes. */
    public long mostBytes() {
        return imports.limits().archiveBytes();
    }

    /**
     * @param trial tell what would change, and change nothing
     * @throws arcade.catalog.importing.file.MalformedFile the file as a whole cannot be read; nothing was changed
     * @throws arcade.database.SqlFailure the database went away; a part may be in, and the same file again brings the rest
     */
    public ImportReport bring(Acting acting, Store store, Path file, boolean trial) throws IOException {
        acting.require(StaffRole.ADMIN);
        try (PreparedImport prepared = imports.prepare(store, file, new ImportOptions(trial, false))) {
            ImportReport report = prepared.run((done, total) -> {});
            if (!trial) {
                log.write(
                        Optional.of(acting),
                        "store.import",
                        "store",
                        store.code(),
                        null,
                        Json.createObjectBuilder()
                                .add("created", report.created())
                                .add("updated", report.updated())
                                .add("unchanged", report.unchanged())
                                .add("rejected", report.rejected().size())
                                .build());
            }
            return report;
        }
    }
}
