package arcade.staff;

import arcade.database.Row;
import arcade.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Every change that staff made, written in the change's own transaction: what is not in the log did not happen. Entries are only added. */
@ApplicationScoped
public class AuditLog {
    private static final String SELECT = "SELECT a.id, a.at, a.who, a.action, a.subject_kind, a.subject, a.before_json,"
            + " a.after_json, a.undo_of, u.id FROM audit_log a LEFT JOIN audit_log u ON u.undo_of = a.id";
    private static final String WANTED = " WHERE (? = '' OR a.who LIKE ? OR a.subject LIKE ? OR a.action LIKE ?)";

    private static final int LONGEST_SUBJECT = 120;

    @Inject
    private Sql sql;

    /** @return the entry's number */
    public long write(
            Optional<Acting> acting, String action, String kind, String subject, JsonValue before, JsonValue after) {
        return write(acting, action, kind, subject, before, after, OptionalLong.empty());
    }

    /**
     * @param undoOf the entry that this change takes back. Taken back already, the insert fails by the key {@code audit_log_undo},
     *     and the change with it
     */
    public long write(
            Optional<Acting> acting,
            String action,
            String kind,
            String subject,
            JsonValue before,
            JsonValue after,
            OptionalLong undoOf) {
        return sql.insert(
                "INSERT INTO audit_log (at, staff_id, who, action, subject_kind, subject, before_json, after_json, undo_of)"
                        + " VALUES (UTC_TIMESTAMP(6), ?, ?, ?, ?, ?, ?, ?, ?)",
                acting.map(Acting::id).orElse(null),
                acting.map(Acting::email).orElse("the operator"),
                action,
                kind,
                cut(subject),
                before == null ? null : before.toString(),
                after == null ? null : after.toString(),
                undoOf.isPresent() ? undoOf.getAsLong() : null);
    }

    /** Newest first. @param words found at the beginning of who, what or to what; empty: all */
    public List<AuditEntry> list(Acting acting, String words, int offset, int limit) {
        acting.require(StaffRole.ADMIN);
        return sql.list(
                SELECT + WANTED + " ORDER BY a.id DESC LIMIT ? OFFSET ?",
                entry(),
                words,
                like(words),
                like(words),
                like(Sql.ascii(words)),
                limit,
                offset);
    }

    public int count(Acting acting, String words) {
        acting.require(StaffRole.ADMIN);
        return sql.first(
                        "SELECT COUNT(*) FROM audit_log a" + WANTED,
                        row -> row.getInt(1),
                        words,
                        like(words),
                        like(words),
                        like(Sql.ascii(words)))
                .orElseThrow();
    }

    /** What was done to one thing, oldest first. */
    public List<AuditEntry> of(String kind, String subject, int most) {
        return sql.list(
                SELECT + " WHERE a.subject_kind = ? AND a.subject = ? ORDER BY a.id LIMIT ?",
                entry(),
                kind,
                cut(subject),
                most);
    }

    public Optional<AuditEntry> find(long id) {
        return sql.first(SELECT + " WHERE a.id = ?", entry(), id);
    }

    /** A shop's code and the handle of a product together may be longer than the column. */
    private static String cut(String subject) {
        return subject.length() <= LONGEST_SUBJECT ? subject : subject.substring(0, LONGEST_SUBJECT);
    }

    private static String like(String words) {
        return Sql.literally(words) + "%";
    }

    private static Row<AuditEntry> entry() {
        return row -> new AuditEntry(
                row.getLong(1),
                StaffRows.utc(row.getObject(2, LocalDateTime.class)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                Optional.ofNullable(row.getString(7)),
                Optional.ofNullable(row.getString(8)),
                number(row.getLong(9)),
                number(row.getLong(10)));
    }

    private static OptionalLong number(long id) {
        return id == 0 ? OptionalLong.empty() : OptionalLong.of(id);
    }
}
