package arcade.operations.audit;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * I6. The four numbers of a SKU add up, and they are what the orders say: sold pieces are those of paid orders,
 * reserved pieces those of orders that still wait for their money. Pieces are free again exactly when no money can come
 * any more: an order is cancelled in the transaction that ends its payment unpaid.
 */
final class StockIsConserved implements Invariant {
    private static final Set<String> ENDED_UNPAID = Set.of("VOIDED", "ABANDONED", "EXPIRED", "CAPTURE_FAILED");

    /** A SKU is a word of its store: two stores may use the same. */
    private record Key(String store, String sku) {}

    @Override
    public String code() {
        return "I6";
    }

    @Override
    public String rule() {
        return "no piece is lost, sold twice or freed early: initial = on hand + reserved + sold";
    }

    @Override
    public void check(Evidence evidence, Findings findings) {
        Map<Key, Long> sold = pieces(evidence.shop(), "PAID");
        Map<Key, Long> reserved = pieces(evidence.shop(), "PLACED");
        for (Shop.Stock stock : evidence.shop().stock()) {
            findings.checked();
            checkSum(stock, findings);
            Key key = new Key(stock.store(), stock.sku());
            compare("sold", stock.sold(), sold.remove(key), stock, findings);
            compare("reserved", stock.reserved(), reserved.remove(key), stock, findings);
        }
        sold.forEach((key, pieces) -> findings.broken(pieces + " pieces sold without a stock row", key));
        reserved.forEach((key, pieces) -> findings.broken(pieces + " pieces reserved without a stock row", key));
        checkFreed(evidence.shop(), findings);
    }

    private static void checkFreed(Shop shop, Findings findings) {
        Map<String, Shop.Payment> payments = shop.paymentsByRef();
        for (Shop.Order order : shop.orders()) {
            Shop.Payment payment = payments.get(order.paymentRef());
            if (payment != null) {
                findings.require(
                        order.state().equals("CANCELLED") == ENDED_UNPAID.contains(payment.state()),
                        "order " + order.ref() + " is " + order.state() + ", its payment " + payment.state(),
                        order);
            }
        }
    }

    private static void checkSum(Shop.Stock stock, Findings findings) {
        findings.require(
                stock.initial() == stock.onHand() + stock.reserved() + stock.sold(),
                "the pieces of " + stock.sku() + " do not add up",
                stock);
        findings.require(
                Math.min(Math.min(stock.initial(), stock.onHand()), Math.min(stock.reserved(), stock.sold())) >= 0,
                "a number of " + stock.sku() + " is below zero",
                stock);
    }

    private static void compare(String word, long stocked, Long ordered, Shop.Stock stock, Findings findings) {
        long expected = ordered == null ? 0 : ordered;
        findings.require(
                stocked == expected,
                word + " " + stocked + " of " + stock.sku() + ", but its orders say " + expected,
                stock);
    }

    private static Map<Key, Long> pieces(Shop shop, String orderState) {
        Map<String, Shop.Order> orders = shop.ordersByRef();
        Map<Key, Long> pieces = new HashMap<>();
        for (Shop.Line line : shop.lines()) {
            Shop.Order order = orders.get(line.orderRef());
            if (line.tracked() && order.state().equals(orderState)) {
                pieces.merge(new Key(order.store(), line.sku()), line.quantity(), Long::sum);
            }
        }
        return pieces;
    }
}
