package arcade.web.admin.promotions;

import arcade.desk.promotions.FoundPromotion;
import arcade.promotion.Promotion;
import arcade.promotion.Promotion.Reduction.Amount;
import arcade.promotion.Promotion.Reduction.FreePieces;
import arcade.promotion.Promotion.Reduction.Percentage;
import arcade.shared.Money;
import arcade.store.Store;
import arcade.web.admin.Desk;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** A price rule in words, for a list. */
final class PromotionText {
    private static final int DECIMALS_OF_A_PERCENT = 2;

    private PromotionText() {}

    static String what(FoundPromotion found, Desk desk) {
        Promotion.Reduction reduction = found.promotion().reduction();
        if (reduction instanceof Percentage percentage) {
            return desk.say("promotion.short.percentage", percent(percentage));
        }
        if (reduction instanceof Amount amount) {
            return desk.say(
                    "promotion.short.amount",
                    desk.money(new Money(amount.minor(), found.store().currency())));
        }
        return reduction instanceof FreePieces pieces
                ? desk.say("promotion.short.free_pieces", pieces.paid(), pieces.free())
                : desk.say("promotion.short.free_shipping");
    }

    /** Such as 12.5. */
    static String percent(Percentage percentage) {
        return BigDecimal.valueOf(percentage.basisPoints(), DECIMALS_OF_A_PERCENT)
                .stripTrailingZeros()
                .toPlainString();
    }

    static String used(FoundPromotion found, Desk desk) {
        if (!found.isCounted()) {
            return desk.say("promotion.uncounted");
        }
        return found.promotion().limit().uses().isPresent()
                ? desk.say(
                        "promotion.used.of",
                        found.used(),
                        found.promotion().limit().uses().getAsLong())
                : desk.say("promotion.used", found.used());
    }

    /** In the time of the store, with the zone. */
    static String shown(Instant at, Store store, Desk desk) {
        return DateTimeFormatter.ofPattern("d MMM yyyy HH:mm z", desk.words().locale())
                .withZone(store.timeZone())
                .format(at);
    }
}
