package arcade.fulfilment;

import arcade.database.Sql;
import arcade.shared.Token;
import arcade.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of {@code return_case}. */
@ApplicationScoped
class ReturnRows {
    private static final String LIST = "SELECT c.ref, c.kind, IF(c.state = 'RECEIVED' AND r.state = 'REFUNDED',"
            + " 'REFUNDED', c.state) AS told, c.reason, c.remark, c.refusal, c.requested_at, c.closed_at, l.position,"
            + " l.pieces, l.unsent FROM return_case c JOIN return_line l ON l.return_id = c.id"
            + " LEFT JOIN refund r ON r.ref = c.refund_ref WHERE c.order_id = ? ORDER BY c.id, l.position";
    private static final String INSERT =
            "INSERT INTO return_case (ref, order_id, kind, request_key, state, reason, remark,"
                    + " refund_ref, requested_at, closed_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(6), IF(? = 'REQUESTED', NULL, UTC_TIMESTAMP(6)))";
    private static final String DECIDE = "UPDATE return_case SET state = ?, refusal = ?, refund_ref = ?,"
            + " closed_at = UTC_TIMESTAMP(6) WHERE ref = ? AND state = 'REQUESTED'";

    @Inject
    private Sql sql;

    boolean isOf(Token order, Token ref) {
        return sql.first(
                        "SELECT 1 FROM return_case r JOIN shop_order o ON o.id = r.order_id WHERE r.ref = ? AND o.ref = ?",
                        row -> true,
                        ref.value(),
                        order.value())
                .isPresent();
    }

    Optional<Token> ofKey(PaidOrder order, String key) {
        return sql.first(
                "SELECT ref FROM return_case WHERE order_id = ? AND request_key = ?",
                row -> new Token(row.getString(1)),
                order.id(),
                key);
    }

    /** The order that a case of this store is about. */
    Optional<Token> orderOf(Store store, Token ref) {
        return sql.first(
                "SELECT o.ref FROM return_case c JOIN shop_order o ON o.id = c.order_id WHERE c.ref = ? AND o.store_id = ?",
                row -> new Token(row.getString(1)),
                ref.value(),
                store.id());
    }

    /** @param received whether nothing has to come back */
    void insert(PaidOrder order, ReturnCase wish, String key, boolean received, Optional<Token> refund) {
        String state = received ? "RECEIVED" : "REQUESTED";
        long id = sql.insert(
                INSERT,
                wish.ref().value(),
                order.id(),
                wish.kind().name(),
                key,
                state,
                wish.reason().map(Enum::name).orElse(null),
                wish.remark(),
                refund.map(Token::value).orElse(null),
                state);
        for (LineProgress line : order.lines()) {
            int pieces = count(wish.lines(), line.position());
            int unsent = count(wish.unsent(), line.position());
            if (pieces + unsent > 0) {
                sql.update(
                        "INSERT INTO return_line (return_id, position, pieces, unsent) VALUES (?, ?, ?, ?)",
                        id,
                        line.position(),
                        pieces,
                        unsent);
            }
        }
    }

    void received(Token ref, Map<Integer, Integer> undamaged, Optional<Token> refund) {
        decide(ref, "RECEIVED", null, refund.map(Token::value).orElse(null));
        undamaged.forEach((position, pieces) -> sql.update(
                "UPDATE return_line l JOIN return_case c ON c.id = l.return_id SET l.undamaged = ?"
                        + " WHERE c.ref = ? AND l.position = ?",
                pieces,
                ref.value(),
                position));
    }

    void refused(Token ref, String why) {
        decide(ref, "REFUSED", why, null);
    }

    private void decide(Token ref, String state, String refusal, String refund) {
        if (sql.update(DECIDE, state, refusal, refund, ref.value()) != 1) {
            throw new IllegalStateException("the return " + ref + " is not REQUESTED");
        }
    }

    List<ReturnCase> ofOrder(PaidOrder order) {
        Map<Token, ReturnCase> heads = new LinkedHashMap<>();
        Map<Token, List<Pieces>> pieces = new LinkedHashMap<>();
        Map<Token, List<Pieces>> unsent = new LinkedHashMap<>();
        sql.list(
                LIST,
                row -> {
                    Token ref = new Token(row.getString("ref"));
                    heads.putIfAbsent(ref, head(ref, row));
                    add(pieces, ref, row.getInt("position"), row.getInt("pieces"));
                    add(unsent, ref, row.getInt("position"), row.getInt("unsent"));
                    return ref;
                },
                order.id());
        return heads.values().stream()
                .map(head -> with(
                        head, pieces.getOrDefault(head.ref(), List.of()), unsent.getOrDefault(head.ref(), List.of())))
                .toList();
    }

    private static void add(Map<Token, List<Pieces>> lines, Token ref, int position, int count) {
        if (count > 0) {
            lines.computeIfAbsent(ref, each -> new ArrayList<>()).add(new Pieces(position, count));
        }
    }

    private static int count(List<Pieces> pieces, int position) {
        return pieces.stream()
                .filter(some -> some.position() == position)
                .mapToInt(Pieces::count)
                .sum();
    }

    private static ReturnCase head(Token ref, ResultSet row) throws SQLException {
        return new ReturnCase(
                ref,
                ReturnCase.Kind.valueOf(row.getString("kind")),
                ReturnCase.State.valueOf(row.getString("told")),
                Optional.ofNullable(row.getString("reason")).map(ReturnCase.Reason::valueOf),
                row.getString("remark"),
                Optional.ofNullable(row.getString("refusal")),
                row.getObject("requested_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                Optional.ofNullable(row.getObject("closed_at", LocalDateTime.class))
                        .map(at -> at.toInstant(ZoneOffset.UTC)),
                List.of(),
                List.of());
    }

    private static ReturnCase with(ReturnCase head, List<Pieces> pieces, List<Pieces> unsent) {
        return new ReturnCase(
                head.ref(),
                head.kind(),
                head.state(),
                head.reason(),
                head.remark(),
                head.refusal(),
                head.requestedAt(),
                head.closedAt(),
                pieces,
                unsent);
    }
}
