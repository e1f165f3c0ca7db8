package arcade.operations.audit;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A part of I2: what is held on a shopper's card is held for a payment that still waits for it. A payment at rest holds
 * nothing: what it held was captured or let go at the gateway before the shop wrote so.
 */
final class EveryHoldIsWaitedFor {
    private static final Set<String> AT_REST = Set.of("CAPTURED", "CAPTURE_FAILED", "VOIDED", "EXPIRED", "ABANDONED");

    private EveryHoldIsWaitedFor() {}

    static void check(Evidence evidence, Findings findings) {
        Shop shop = evidence.shop();
        Map<String, Shop.Payment> byRef = shop.paymentsByRef();
        Map<String, Shop.Payment> byIntent = shop.payments().stream()
                .filter(payment -> payment.intent() != null)
                .collect(Collectors.toMap(Shop.Payment::intent, Function.identity(), (one, other) -> one));
        for (Hold hold : evidence.ledger().holds()) {
            findings.checked();
            // While the intent is not recorded yet, its metadata names the payment.
            Shop.Payment payment = byIntent.getOrDefault(hold.intent(), byRef.get(hold.payment()));
            String money = "charge " + hold.charge() + " holds " + hold.amount() + " " + hold.currency();
            if (payment != null) {
                findings.require(
                        !AT_REST.contains(payment.state()),
                        money + " for payment " + payment.ref() + ", which is " + payment.state(),
                        hold);
            } else if (hold.heldAt() <= evidence.beforeShop()) {
                findings.broken(money + " for no payment", hold);
            }
        }
    }
}
