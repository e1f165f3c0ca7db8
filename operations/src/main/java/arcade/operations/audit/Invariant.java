package arcade.operations.audit;

import java.util.List;

/** One rule of the shop that must hold whatever was killed, paused or cut off. Stateless. */
interface Invariant {
    /** All of them, in order. */
    List<Invariant> ALL = List.of(
            new OneChargePerOrder(),
            new EveryCaptureHasItsOrder(),
            new EveryPaidOrderHasItsCapture(),
            new EveryConfirmationHolds(),
            new NumbersWithoutGap(),
            new StockIsConserved(),
            new EpochsNeverFall(),
            new PostingsSumToZero(),
            new NothingHangs(),
            new LegalTransitionsOnly(),
            new TotalsAddUp(),
            new LimitsOfPromotionsHold());

    /** I1 … I12. */
    String code();

    /** In words a shopkeeper understands. */
    String rule();

    void check(Evidence evidence, Findings findings);
}
