package arcade.cart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.catalog.Offer;
import arcade.catalog.PictureView;
import arcade.shared.Money;
import arcade.shared.Sku;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LineOfACartTest {
    private static final Sku MUG = new Sku("MUG");

    @Test
    void nothingChangedIsNothingToTell() {
        CartLine line = line(1250, OptionalLong.of(3));

        assertEquals(Set.of(), line.notices());
        assertTrue(line.isOrderable());
        assertEquals(Money.of(3750, "EUR"), line.total());
    }

    @Test
    void untrackedGoodsNeverRunOut() {
        assertTrue(line(1250, OptionalLong.empty()).isOrderable());
    }

    @Test
    void aShortageIsToldApartFromSoldOut() {
        assertEquals(
                Set.of(LineNotice.NOT_ENOUGH), line(1250, OptionalLong.of(2)).notices());
        assertEquals(Set.of(LineNotice.SOLD_OUT), line(1250, OptionalLong.of(0)).notices());
    }

    @Test
    void aPriceIsToldWhetherItRoseOrFell() {
        assertEquals(
                Set.of(LineNotice.PRICE_CHANGED), line(1300, OptionalLong.of(3)).notices());
        assertEquals(
                Set.of(LineNotice.PRICE_CHANGED, LineNotice.SOLD_OUT),
                line(1200, OptionalLong.of(0)).notices());
    }

    @Test
    void whatIsNoLongerSoldKeepsTheLastPriceSeen() {
        CartLine gone = new CartLine(MUG, 3, Money.of(1250, "EUR"), Optional.empty(), OptionalLong.empty());

        assertEquals(Set.of(LineNotice.NO_LONGER_AVAILABLE), gone.notices());
        assertEquals(Money.of(1250, "EUR"), gone.unit());
        assertFalse(gone.isOrderable());
    }

    private static CartLine line(long priceMinor, OptionalLong left) {
        Offer offer = new Offer(
                MUG,
                "mug",
                Optional.empty(),
                "Mug",
                "",
                Money.of(priceMinor, "EUR"),
                left.isPresent(),
                new PictureView("", "", 1, 1));
        return new CartLine(MUG, 3, Money.of(1250, "EUR"), Optional.of(offer), left);
    }
}
