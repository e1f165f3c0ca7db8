package arcade.system.harness;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.FormElement;

/** A guest's purchase by the pages, step by step; between the steps anything may happen to the cluster. */
public final class Purchase {
    public static final String GOOD_CARD = "4242424242424242";
    public static final String DECLINED_CARD = "4000000000000002";
    private static final Duration CONFIRMED_WITHIN = Duration.ofSeconds(40);

    private final Shopper shopper;
    private final String email;
    private Page page;

    /** @param email tells this order from all others */
    public Purchase(Shopper shopper, String email) {
        this.shopper = shopper;
        this.email = email;
    }

    public Page page() {
        return page;
    }

    public Shopper shopper() {
        return shopper;
    }

    public Page browse(String handle) {
        shopper.get("/").expect(200);
        // The address is new to the router's cache, so a node makes the page and can be named.
        page = shopper.get("/p/" + handle + "?seen=" + System.nanoTime()).expect(200);
        return page;
    }

    public Page addToCart(int quantity) {
        page = shopper.submit(page.form("/cart/add"), Map.of("quantity", Integer.toString(quantity)))
                .expect(200);
        return page;
    }

    /** The form of the checkout, filled in. */
    public FormElement checkout() {
        page = shopper.get("/checkout").expect(200);
        return page.form("/checkout");
    }

    /** Orders and goes on to the gateway's page. */
    public Page place() {
        return place(checkout());
    }

    public Page place(FormElement checkout) {
        page = shopper.submit(checkout, buyer());
        return page;
    }

    public Page pay(String card) {
        page = shopper.submit(page.form("/pay/"), Map.of("number", card, "expiry", "12 / 40", "cvc", "123"));
        return page;
    }

    /** Reloads the order's page until it tells the order's number. */
    public Page confirmed() {
        String address = "/orders/" + order();
        page = Waiting.until("confirmation of " + address, CONFIRMED_WITHIN, () -> {
            Page seen = shopper.look(address);
            return seen.status() == 200 && isConfirmed(seen) ? Optional.of(seen) : Optional.empty();
        });
        return page;
    }

    /** The token in the address of the order's page. */
    public String order() {
        String path = page.address().getPath();
        if (!path.startsWith("/orders/")) {
            throw new AssertionError("this is no order's page: " + page);
        }
        return path.split("/")[2];
    }

    public Map<String, String> buyer() {
        Map<String, String> buyer = new LinkedHashMap<>();
        buyer.put("email", email);
        buyer.put("name", "Grace Guest");
        buyer.put("line1", "Example Street 7");
        buyer.put("postalCode", "10115");
        buyer.put("city", "Berlin");
        buyer.put("country", "DE");
        return buyer;
    }

    private static boolean isConfirmed(Page page) {
        return page.headers().firstValue("Refresh").isEmpty() && page.text().contains("Order number");
    }
}
