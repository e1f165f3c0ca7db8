package arcade.operations.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PostingsSumToZeroTest {
    private final Scene scene = Scene.agreeing();
    private final Invariant invariant = new PostingsSumToZero();

    @Test
    void holdsWhileAllAgree() {
        assertEquals(0, scene.violationsOf(invariant));
    }

    @Test
    void anEntryThatIsOffBreaksIt() {
        scene.postings.add(new Shop.Posting("capture:p-o1", "commission", "o1", 1, "EUR"));

        assertEquals(1, scene.violationsOf(invariant));
    }

    @Test
    void currenciesDoNotBalanceEachOther() {
        scene.postings.add(new Shop.Posting("correction", "gateway", "o1", 5, "EUR"));
        scene.postings.add(new Shop.Posting("correction", "sales", "o1", -5, "GBP"));

        assertEquals(2, scene.violationsOf(invariant));
    }

    @Test
    void aRefundThatIsNotInTheBooksBreaksIt() {
        scene.refunded("r1", "o1", 200);
        assertEquals(0, scene.violationsOf(invariant));

        scene.postings.removeIf(posting -> posting.entry().equals("refund:r1"));

        assertEquals(1, scene.violationsOf(invariant));
    }

    @Test
    void aRefundThatCameBackStandsInTheBooksBothWays() {
        scene.refunded("r1", "o1", 200);
        scene.refunds.replaceAll(refund -> new Shop.Refund("r1", "p-o1", "o1", "REFUND_FAILED", 200, "EUR"));
        assertEquals(1, scene.violationsOf(invariant));

        scene.postings.add(new Shop.Posting("refund-returned:r1", "gateway", "o1", 200, "EUR"));
        scene.postings.add(new Shop.Posting("refund-returned:r1", "refunds", "o1", -200, "EUR"));

        assertEquals(0, scene.violationsOf(invariant));
    }

    @Test
    void aPaidOrderThatIsNotInTheBooksBreaksIt() {
        scene.postings.removeIf(posting -> posting.orderRef().equals("o2"));

        assertEquals(1, scene.violationsOf(invariant));
    }
}
