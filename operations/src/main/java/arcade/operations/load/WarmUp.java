package arcade.operations.load;

import arcade.operations.home.Failure;
import arcade.operations.home.Machine;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * The first visits of a node, past the router, so that no shopper waits for code that runs for the first time: home, category,
 * product, search, a cart by the pages and one by the API, the checkout. They buy nothing; the carts expire as any other.
 */
public final class WarmUp {

    private final Shoppers shoppers;
    private final Machine node;
    private final String shop;
    private final Random random = new Random(1);

    /**
     * @param shop the host name a shopper asks for, with the router's port
     */
    public WarmUp(Machine node, String shop) {
        this.shoppers = new Shoppers(new Target(node.url(), shop, Set.of(node.address())));
        this.node = node;
        this.shop = shop;
    }

    /** @throws Failure with what the node answered, when it is anything a shopper should not get */
    public void run(int rounds) {
        try {
            Optional<Goods> goods = goods();
            for (int round = 0; round < rounds; round++) {
                visit(goods);
            }
        } catch (NoAnswer e) {
            throw wrong(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", "run the command again", e);
        }
    }

    /** Empty for a shop that sells nothing (yet): then there is but the home page to look at. */
    private Optional<Goods> goods() throws NoAnswer, InterruptedException {
        Browser first = shoppers.browser();
        Reply list = first.get("/api/v1/products?size=1&page=1");
        if (list.status() != 200) {
            throw wrong("/api/v1/products: status " + list.status());
        }
        return first.json(list).get("total").getAsLong() == 0 ? Optional.empty() : Optional.of(Goods.some(first));
    }

    private void visit(Optional<Goods> goods) throws NoAnswer, InterruptedException {
        try {
            walk(goods);
        } catch (NoAnswer e) {
            if (shoppers.tally().get().refused().isEmpty()) {
                judge();
                throw e;
            }
            // The article has just been sold out.
        }
        judge();
    }

    private void walk(Optional<Goods> goods) throws NoAnswer, InterruptedException {
        Browser browser = shoppers.browser();
        if (goods.isEmpty()) {
            require(browser.get("/"), "/");
            return;
        }
        new Browsing(browser, goods.get()).go(random);
        require(browser.get("/cart"), "/cart");
        Browser buyer = shoppers.browser();
        PageCart.with(buyer, goods.get(), random);
        require(buyer.get("/checkout"), "/checkout");
        ApiCart.with(shoppers.browser(), goods.get().sku(random), 1);
    }

    private void judge() {
        Tally tally = shoppers.tally().get();
        if (tally.errorCount() > 0 || tally.cartsLost() > 0 || tally.retried() > 0) {
            throw wrong(tally.errors()
                    + (tally.cartsLost() > 0 ? ", a cart does not hold what was put in" : "")
                    + (tally.retried() > 0 ? ", " + tally.retried() + " requests were not answered at once" : ""));
        }
    }

    private void require(Reply reply, String path) {
        if (reply.status() != 200) {
            throw wrong(path + ": status " + reply.status());
        }
    }

    private Failure wrong(String what) {
        return new Failure(
                node.name() + " answers errors when it is warmed up (" + shop + "): " + what,
                "read the log of " + node.name());
    }
}
