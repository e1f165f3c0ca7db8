package arcade.operations.load;

import java.util.Map;
import java.util.Random;

/** One of many who want the last pieces: two at first, then one, and home when there is none. */
final class LastPieces implements Journey {
    private static final int MOST_PIECES = 2;

    private final Browser browser;
    private final String sku;
    private final String handle;
    private final Recorder recorder;

    LastPieces(Browser browser, String sku, String handle, Recorder recorder) {
        this.browser = browser;
        this.sku = sku;
        this.handle = handle;
        this.recorder = recorder;
    }

    @Override
    public void go(Random random) throws NoAnswer, InterruptedException {
        int pieces = 1 + random.nextInt(MOST_PIECES);
        Goods goods = Goods.of(Map.of(sku, handle));
        new ApiPurchase(browser, goods, recorder).buy(sku, pieces);
        if (goods.isSoldOut(sku) && pieces == 1) {
            throw new ProofShoppers.GoneHome("no piece is left");
        }
    }
}
