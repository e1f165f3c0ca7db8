package arcade.operations.audit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** I8. The books: each entry balances in each of its currencies, and every paid order and refund is in the books. */
final class PostingsSumToZero implements Invariant {
    /** One entry in one currency, as it is shown when it does not balance. */
    private record Balance(String entry, String currency, long sumMinor, int postings) {}

    @Override
    public String code() {
        return "I8";
    }

    @Override
    public String rule() {
        return "the books balance: the postings of an entry sum to zero";
    }

    @Override
    public void check(Evidence evidence, Findings findings) {
        Map<String, List<Shop.Posting>> entries = evidence.shop().postings().stream()
                .collect(Collectors.groupingBy(
                        posting -> posting.entry() + " " + posting.currency(), TreeMap::new, Collectors.toList()));
        for (List<Shop.Posting> entry : entries.values()) {
            findings.checked();
            Balance balance = balance(entry);
            findings.require(
                    balance.sumMinor() == 0, "entry " + balance.entry() + " is off by " + balance.sumMinor(), balance);
        }
        checkOrders(evidence.shop(), findings);
    }

    private static void checkOrders(Shop shop, Findings findings) {
        Set<String> booked =
                shop.postings().stream().map(Shop.Posting::orderRef).collect(Collectors.toSet());
        for (Shop.Order order : shop.orders()) {
            findings.require(
                    !order.paid() || booked.contains(order.ref()), "paid, but not in the books: " + order.ref(), order);
        }
        Set<String> entries = shop.postings().stream().map(Shop.Posting::entry).collect(Collectors.toSet());
        for (Shop.Refund refund : shop.refunds()) {
            findings.require(
                    !refund.state().equals("REFUNDED") || entries.contains(refund.key()),
                    "refunded, but not in the books: " + refund.ref(),
                    refund);
            findings.require(
                    !refund.state().equals("REFUND_FAILED")
                            || entries.contains(refund.key()) == entries.contains("refund-returned:" + refund.ref()),
                    "failed, and the books have only one side of it: " + refund.ref(),
                    refund);
        }
    }

    private static Balance balance(List<Shop.Posting> entry) {
        long sum = entry.stream().mapToLong(Shop.Posting::amountMinor).sum();
        return new Balance(entry.get(0).entry(), entry.get(0).currency(), sum, entry.size());
    }
}
