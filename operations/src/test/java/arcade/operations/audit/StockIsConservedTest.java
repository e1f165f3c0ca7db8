package arcade.operations.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StockIsConservedTest {
    private final Scene scene = Scene.agreeing();
    private final Invariant invariant = new StockIsConserved();

    @Test
    void holdsWhileAllAgree() {
        assertEquals(0, scene.violationsOf(invariant));
    }

    @Test
    void aLostPieceBreaksIt() {
        stocked(new Shop.Stock("arcade", Scene.MUG, 10, 6, 1, 2));

        assertEquals(1, scene.violationsOf(invariant));
    }

    @Test
    void aNumberBelowZeroBreaksIt() {
        stocked(new Shop.Stock("arcade", Scene.MUG, 2, -1, 1, 2));

        assertEquals(1, scene.violationsOf(invariant));
    }

    @Test
    void soldPiecesThatNoPaidOrderHasBreakIt() {
        stocked(new Shop.Stock("arcade", Scene.MUG, 10, 6, 1, 3));

        assertEquals(1, scene.violationsOf(invariant));
    }

    @Test
    void piecesStillReservedAfterTheOrderIsGoneBreakIt() {
        scene.third("ABANDONED", "CANCELLED");

        assertEquals(1, scene.violationsOf(invariant));
    }

    @Test
    void piecesThatAreFreeBeforeTheHoldIsLetGoBreakIt() {
        scene.third("VOIDING", "CANCELLED");
        stocked(new Shop.Stock("arcade", Scene.MUG, 10, 8, 0, 2));

        assertEquals(1, scene.violationsOf(invariant));
    }

    @Test
    void piecesOfAVoidedOrderAreFree() {
        scene.third("VOIDED", "CANCELLED");
        stocked(new Shop.Stock("arcade", Scene.MUG, 10, 8, 0, 2));

        assertEquals(0, scene.violationsOf(invariant));
    }

    @Test
    void aPieceSoldWithoutAStockRowBreaksIt() {
        scene.lines.add(new Shop.Line("o1", "SPOON", 1, 0, true));

        assertEquals(1, scene.violationsOf(invariant));
    }

    @Test
    void aSkuThatIsNotCountedNeedsNoStock() {
        scene.lines.add(new Shop.Line("o1", "VOUCHER", 1, 0, false));

        assertEquals(0, scene.violationsOf(invariant));
    }

    private void stocked(Shop.Stock row) {
        scene.stock.clear();
        scene.stock.add(row);
    }
}
