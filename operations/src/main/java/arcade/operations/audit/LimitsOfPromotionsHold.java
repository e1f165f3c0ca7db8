package arcade.operations.audit;

/**
 * I12. No promotion with a limit is in more orders than were counted: the count is what the limit is held against. It may be higher
 * after a roll, because the release before cancels orders without giving their uses back.
 */
final class LimitsOfPromotionsHold implements Invariant {
    @Override
    public String code() {
        return "I12";
    }

    @Override
    public String rule() {
        return "every use of a promotion with a limit was counted, in all and for its buyer";
    }

    @Override
    public void check(Evidence evidence, Findings findings) {
        for (Shop.Uses uses : evidence.shop().uses()) {
            findings.checked();
            findings.require(
                    uses.orders() <= uses.used(),
                    uses.orders() + " orders use promotion " + uses.promotion() + ", counted were " + uses.used(),
                    uses);
            findings.require(
                    uses.byBuyers() == uses.used(),
                    "promotion " + uses.promotion() + " was used " + uses.used() + " times, by buyers "
                            + uses.byBuyers(),
                    uses);
        }
    }
}
