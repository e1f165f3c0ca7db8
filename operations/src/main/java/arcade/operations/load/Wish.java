package arcade.operations.load;

import java.util.List;
import java.util.Random;

/** What the shoppers of a proof want, in shares of a hundred: every way a payment can go. */
public enum Wish {
    /** By the API with a card that pays. */
    CARD_TOKEN(46),
    /** On the gateway's page. */
    PAGE(20),
    /** On the gateway's page with a card whose bank asks its owner. */
    BANK_ASKS(9),
    /** A declined card, then one that pays, on the gateway's page. */
    SECOND_CARD(9),
    /** By the API with a card that is declined, and leaves. */
    DECLINED(8),
    /** Goes as far as the gateway's page and leaves. */
    LEAVES(8);

    private static final String PAYS = "4242424242424242";
    private static final String ASKS = "4000002760003184";
    private static final String INSUFFICIENT = "4000000000009995";
    private static final int HUNDRED = 100;

    private final int share;

    Wish(int share) {
        this.share = share;
    }

    static Wish any(Random random) {
        int draw = random.nextInt(HUNDRED);
        for (Wish wish : values()) {
            draw -= wish.share;
            if (draw < 0) {
                return wish;
            }
        }
        throw new IllegalStateException("the shares of the wishes are less than " + HUNDRED);
    }

    Journey journey(Browser browser, Goods goods, Recorder recorder) {
        return switch (this) {
            case CARD_TOKEN -> new ApiPurchase(browser, goods, recorder);
            case PAGE -> new PagePurchase(browser, goods, recorder);
            case BANK_ASKS -> new PagePurchase(browser, goods, recorder, List.of(ASKS));
            case SECOND_CARD -> new PagePurchase(browser, goods, recorder, List.of(INSUFFICIENT, PAYS));
            case DECLINED -> new DeclinedPurchase(browser, goods, recorder);
            case LEAVES -> new PagePurchase(browser, goods, recorder, List.of());
        };
    }
}
