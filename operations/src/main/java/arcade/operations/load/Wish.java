package arcade.operations.load;

import java.util.List;
import java.util.Random;

/** What the shoppers of a proof want, in shares of a hundred: every way a payment can go. */
public enum Wish {
    /** By the API with a card that pays. */
    CARD_TOKEN(40),
    /** On the gateway's page. */
    PAGE(16),
    /** On the gateway's page with a card whose bank asks its owner. */
    BANK_ASKS(7),
    /** A declined card, then one that pays, on the gateway's page. */
    SECOND_CARD(7),
    /** By the API with a card that is declined, and leaves. */
    DECLINED(4),
    /** Goes as far as the gateway's page and leaves. */
    LEAVES(4),
    /** By the API with a card that is declined, then with another one. */
    OTHER_CARD(7),
    /** Orders by the API and cancels it at once or a little later. */
    CANCELS(7),
    /** Buys by the API and gets the money back. */
    REFUND(8);

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

    Journey journey(Browser browser, Goods goods, Recorder recorder, Operator operator) {
        return switch (this) {
            case CARD_TOKEN -> new ApiPurchase(browser, goods, recorder);
            case PAGE -> new PagePurchase(browser, goods, recorder);
            case BANK_ASKS -> new PagePurchase(browser, goods, recorder, List.of(ASKS));
            case SECOND_CARD -> new PagePurchase(browser, goods, recorder, List.of(INSUFFICIENT, PAYS));
            case DECLINED -> new DeclinedPurchase(browser, goods, recorder);
            case LEAVES -> new PagePurchase(browser, goods, recorder, List.of());
            case OTHER_CARD -> new SecondThoughts(browser, goods, recorder, false);
            case CANCELS -> new SecondThoughts(browser, goods, recorder, true);
            case REFUND -> new RefundedPurchase(browser, goods, recorder, operator);
        };
    }
}
