package arcade.operations.audit;

/**
 * I11. What an order costs is what its lines say, less what its promotions took off, and the delivery. The database's own rule sees
 * one row at a time; this one holds the order, its lines and its discounts against each other.
 */
final class TotalsAddUp implements Invariant {
    @Override
    public String code() {
        return "I11";
    }

    @Override
    public String rule() {
        return "an order's total is its lines, less its discounts, plus the delivery";
    }

    @Override
    public void check(Evidence evidence, Findings findings) {
        for (Shop.Total total : evidence.shop().totals()) {
            findings.checked();
            findings.require(
                    total.linesMinor() == total.itemsMinor() + total.discountMinor(),
                    "the lines of order " + total.orderRef() + " are not its articles and what was taken off them",
                    total);
            findings.require(
                    total.offLinesMinor() == total.discountMinor() && total.offByRulesMinor() == total.discountMinor(),
                    "what was taken off order " + total.orderRef() + " differs between order, lines and promotions",
                    total);
            findings.require(
                    total.totalMinor() == total.itemsMinor() + total.shippingMinor() && total.totalMinor() >= 0,
                    "the total of order " + total.orderRef() + " does not add up",
                    total);
        }
    }
}
