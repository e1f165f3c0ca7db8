package arcade.operations.audit;

import java.util.List;

/**
 * One line of a records file: what a client did and what it was told. Written by {@code load} and by system tests.
 *
 * @param kind {@code invoke}: about to ask; {@code ok}: the shop said yes, a duty; {@code fail}: the shop said no;
 *     {@code info}: no answer, so nothing is known
 * @param op what was asked: {@code place} or {@code pay}
 * @param checkoutKey the client's own key: one key, one order
 * @param number null until the order is paid
 * @param state of the order, as the client was told it
 * @param lines null: the client did not look at them
 */
public record ClientRecord(
        String kind,
        String op,
        String checkoutKey,
        String orderRef,
        Long number,
        String state,
        Long totalMinor,
        String currency,
        List<Line> lines) {
    public static final String INVOKE = "invoke";
    public static final String OK = "ok";
    public static final String FAIL = "fail";
    public static final String INFO = "info";

    public record Line(String sku, long quantity, long unitMinor) {}

    boolean ok() {
        return OK.equals(kind);
    }
}
