package arcade.operations.load;

import arcade.operations.home.ClusterState;
import arcade.operations.home.Machine;
import com.google.gson.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;

/**
 * The same wish sent several times at once: straight to every node and to the router, by the API and by the order button, and
 * once more when it is paid. One order must come of it. For several threads.
 */
public final class DoubleClicks {
    private final ClusterState cluster;
    private final Goods goods;
    private final Recorder recorder;
    private final Shoppers shoppers;
    private final Set<String> sent = ConcurrentHashMap.newKeySet();
    private final Set<String> orders = ConcurrentHashMap.newKeySet();
    private final Queue<String> differences = new ConcurrentLinkedQueue<>();
    private final LongAdder clicks = new LongAdder();
    private final ExecutorService fingers = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "click");
        thread.setDaemon(true);
        return thread;
    });

    DoubleClicks(ClusterState cluster, Goods goods, Recorder recorder, Shoppers shoppers) {
        this.cluster = cluster;
        this.goods = goods;
        this.recorder = recorder;
        this.shoppers = shoppers;
    }

    /** Distinct checkout keys that were sent. */
    public int keys() {
        return sent.size();
    }

    /** Distinct orders that were shown for them. */
    public int orders() {
        return orders.size();
    }

    /** One key, two orders: a sentence each. */
    public Collection<String> differences() {
        return List.copyOf(differences);
    }

    /** How many times something was sent that had been sent before. */
    public long repeated() {
        return clicks.sum();
    }

    Journey journey(Browser browser) {
        PagePurchase pages = new PagePurchase(browser, goods, recorder, PagePurchase.CARDS, this::click);
        return random -> {
            if (random.nextBoolean()) {
                program(browser, random);
            } else {
                pages.go(random);
            }
        };
    }

    private void program(Browser browser, Random random) throws NoAnswer, InterruptedException {
        ApiCart cart = ApiCart.with(browser, goods.sku(random), 1);
        String key = UUID.randomUUID().toString();
        String body = CheckoutBody.token(cart.token(), cart.country(), "pm_card_visa");
        recorder.invoke("place", key);
        long placed = System.nanoTime();
        Reply first = same(
                        browser, key, there -> there.send(Call.json(there.shop().at("/api/v1/checkouts"), body, key)))
                .orElseThrow(() -> browser.mishap("no_order"));
        JsonObject order = browser.json(first);
        recorder.ok("place", key, order);
        Optional<JsonObject> paid = new OrderDesk(browser, recorder).paid(order, key, cart.basket(), placed);
        same(browser, key, there -> there.send(Call.json(there.shop().at("/api/v1/checkouts"), body, key)))
                .map(Reply::body)
                .filter(again ->
                        paid.isPresent() && !again.contains(order.get("token").getAsString()))
                .ifPresent(again -> differences.add("checkout key " + key + " shows another order once it is paid"));
    }

    /** The order button, pressed in several windows at once. */
    private Reply click(Browser browser, Form desk) throws NoAnswer, InterruptedException {
        return same(browser, desk.query("key"), there -> there.submit(desk.at(there.shop())))
                .orElseThrow(() -> browser.mishap("no_order"));
    }

    /** Sends it everywhere at once; empty when nowhere an order came of it. */
    private Optional<Reply> same(Browser browser, String key, Click click) throws InterruptedException {
        List<Future<Reply>> answers = new ArrayList<>();
        for (Browser there : everywhere(browser)) {
            Callable<Reply> call = () -> click.at(there);
            answers.add(fingers.submit(call));
        }
        clicks.add(answers.size() - 1L);
        List<Reply> taken = new ArrayList<>();
        Set<String> shown = new TreeSet<>();
        for (Future<Reply> answer : answers) {
            arrived(answer).filter(reply -> orderOf(reply).isPresent()).ifPresent(reply -> {
                taken.add(reply);
                shown.add(orderOf(reply).orElseThrow());
            });
        }
        if (shown.size() > 1) {
            differences.add("checkout key " + key + " brought " + shown.size() + " orders: " + shown);
        }
        sent.add(key);
        orders.addAll(shown);
        return taken.isEmpty() ? Optional.empty() : Optional.of(taken.get(0));
    }

    private static Optional<Reply> arrived(Future<Reply> answer) throws InterruptedException {
        try {
            return Optional.of(answer.get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof NoAnswer) {
                return Optional.empty();
            }
            throw new IllegalStateException("a click failed: " + e.getCause(), e.getCause());
        }
    }

    private static Optional<String> orderOf(Reply reply) {
        return switch (reply.status()) {
            case 201 ->
                Optional.of(reply.body().replaceFirst("(?s).*?\"token\"\\s*:\\s*\"([A-Za-z0-9]{26})\".*", "$1"));
            case 200 -> PagePurchase.orderIn(reply.uri());
            default -> Optional.empty();
        };
    }

    private List<Browser> everywhere(Browser browser) {
        List<Browser> windows = new ArrayList<>(List.of(browser));
        for (Machine node : cluster.nodes()) {
            if (node.roles().contains("storefront")) {
                URI address = URI.create(node.url());
                windows.add(shoppers.browser(new Target(
                                address.toString(),
                                browser.shop().host(),
                                browser.shop().neighbours()))
                        .as(browser));
            }
        }
        return windows;
    }

    @FunctionalInterface
    private interface Click {
        Reply at(Browser there) throws NoAnswer, InterruptedException;
    }
}
