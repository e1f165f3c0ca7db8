package arcade.operations.prove;

import arcade.operations.load.Failed;
import arcade.operations.load.ProofShoppers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the shoppers have met with since a moment. */
final class ShoppersSince {
    private final ProofShoppers shoppers;
    private final long requests;
    private final long retried;
    private final long cartsLost;
    private final Map<String, Long> errors;
    private final int failures;

    private ShoppersSince(ProofShoppers shoppers) {
        this.shoppers = shoppers;
        this.requests = shoppers.requests();
        this.retried = shoppers.retried();
        this.cartsLost = shoppers.cartsLost();
        this.errors = shoppers.errors();
        this.failures = shoppers.failures().size();
        shoppers.takeSlowest();
    }

    /** Since now. */
    static ShoppersSince now(Scene scene) {
        return new ShoppersSince(scene.shoppers());
    }

    /** Lets them in, some with carts that they keep, and counts from the first payment on. */
    static ShoppersSince begun(Scene scene) throws InterruptedException {
        scene.shoppers().beginWithKeptCarts(scene.shopperCount(), scene.goods());
        scene.awaitCapture();
        return now(scene);
    }

    long requests() {
        return shoppers.requests() - requests;
    }

    long cartsLost() {
        return shoppers.cartsLost() - cartsLost;
    }

    /** The longest time of an answer, in seconds; counts anew from here on. */
    double takeSlowest() {
        return shoppers.takeSlowest();
    }

    /** How many of each kind, without kinds that did not come. */
    Map<String, Long> errors() {
        Map<String, Long> fresh = new TreeMap<>(shoppers.errors());
        errors.forEach((kind, count) -> fresh.computeIfPresent(kind, (same, sum) -> sum - count));
        fresh.values().removeIf(count -> count == 0);
        return fresh;
    }

    /** No request may have failed, no cart been lost. @param what happened to the shop meanwhile */
    void judge(Trial trial, String what) {
        judge(trial, what, 0);
    }

    /**
     * As {@link #judge(Trial, String)} where a node died: what it was doing is answered by nobody.
     *
     * @param mostSentAgain how many requests at most only their shoppers may send again
     */
    void judge(Trial trial, String what, int mostSentAgain) {
        List<Failed> fresh = shoppers.failures().stream().skip(failures).toList();
        fresh.forEach(failed -> trial.note("failed: " + failed));
        Map<String, Long> kinds = errors();
        fresh.stream()
                .filter(Failed::isForItsShopperToSendAgain)
                .limit(mostSentAgain)
                .forEach(failed -> kinds.computeIfPresent(failed.kind(), (same, sum) -> sum == 1 ? null : sum - 1));
        kinds.forEach((kind, count) -> trial.violation(what + ": " + count + " requests failed: " + kind));
        if (cartsLost() > 0) {
            trial.violation(what + ": " + cartsLost() + " carts lost");
        }
    }

    String sentence() {
        return requests() + " requests, " + (shoppers.retried() - retried) + " of them sent twice";
    }
}
