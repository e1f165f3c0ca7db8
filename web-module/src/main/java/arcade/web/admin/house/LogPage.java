package arcade.web.admin.house;

import arcade.desk.catalogue.TakeBackDesk;
import arcade.desk.house.CatalogueDesk;
import arcade.staff.AuditEntry;
import arcade.staff.AuditLog;
import arcade.web.admin.LazyTable;
import arcade.web.admin.Page;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** {@code /admin/log?q=}: who did what. */
@Named("logPage")
@RequestScoped
public class LogPage extends Page {
    private static final int LONGEST_SHOWN = 600;

    @Inject
    private AuditLog log;

    private String words;
    private LazyTable<AuditEntry> rows;

    @PostConstruct
    void read() {
        String typed = parameter("q");
        words = typed.substring(0, Math.min(100, typed.length()));
        rows = new LazyTable<>(
                () -> log.count(acting(), words),
                (by, ascending, offset, limit) -> log.list(acting(), words, offset, limit));
    }

    /** JSON as far as it fits on a page. */
    public String shown(String json) {
        return json.length() <= LONGEST_SHOWN ? json : json.substring(0, LONGEST_SHOWN) + " \u2026";
    }

    /** The number of the import that can be looked at and taken back by this line; 0: it is about none, or was taken back. */
    public long importOf(AuditEntry entry) {
        if (!entry.action().equals(CatalogueDesk.ACTION) || entry.undoneBy().isPresent()) {
            return 0;
        }
        return TakeBackDesk.numberIn(entry);
    }

    public String getWords() {
        return words;
    }

    public LazyTable<AuditEntry> getRows() {
        return rows;
    }
}
