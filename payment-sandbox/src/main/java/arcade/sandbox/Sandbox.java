package arcade.sandbox;

import arcade.sandbox.api.ApiHandler;
import arcade.sandbox.api.Events;
import arcade.sandbox.api.Route;
import arcade.sandbox.api.Waiting;
import arcade.sandbox.card.PaymentMethod;
import arcade.sandbox.card.PaymentMethods;
import arcade.sandbox.checkout.CheckoutDesk;
import arcade.sandbox.checkout.CheckoutPlan;
import arcade.sandbox.checkout.CheckoutSession;
import arcade.sandbox.checkout.CheckoutSessions;
import arcade.sandbox.checkout.Expiry;
import arcade.sandbox.checkout.HostedPages;
import arcade.sandbox.checkout.LineItem;
import arcade.sandbox.fault.Distortion;
import arcade.sandbox.fault.Faults;
import arcade.sandbox.ledger.Books;
import arcade.sandbox.ledger.Json;
import arcade.sandbox.ledger.Ledger;
import arcade.sandbox.ledger.Resource;
import arcade.sandbox.mail.MailCatcher;
import arcade.sandbox.mail.MailPages;
import arcade.sandbox.payment.Cashier;
import arcade.sandbox.payment.Charge;
import arcade.sandbox.payment.Charges;
import arcade.sandbox.payment.Customer;
import arcade.sandbox.payment.Customers;
import arcade.sandbox.payment.PaymentIntent;
import arcade.sandbox.payment.PaymentIntents;
import arcade.sandbox.payment.Refund;
import arcade.sandbox.payment.Refunds;
import arcade.sandbox.webhook.Courier;
import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The running gateway: its ledger, its two ports and its courier. */
public final class Sandbox implements AutoCloseable {
    private static final int API_THREADS = 256;
    private static final int CONTROL_THREADS = 4;
    private static final int SWEEP_SECONDS = 1;
    private static final Map<String, Class<? extends Resource>> KINDS = Map.of(
            "payment_intent", PaymentIntent.class,
            "charge", Charge.class,
            "refund", Refund.class,
            "payment_method", PaymentMethod.class,
            "customer", Customer.class,
            "checkout.session", CheckoutSession.class,
            "item", LineItem.class,
            "sandbox.checkout_plan", CheckoutPlan.class);

    private final HttpDoor api;
    private final HttpDoor control;
    private final Optional<Courier> courier;
    private final Optional<MailCatcher> mail;
    private final Ledger ledger;
    private final ScheduledExecutorService sweeper;

    private Sandbox(
            HttpDoor api,
            HttpDoor control,
            Optional<Courier> courier,
            Optional<MailCatcher> mail,
            Ledger ledger,
            Expiry expiry) {
        this.api = api;
        this.control = control;
        this.courier = courier;
        this.mail = mail;
        this.ledger = ledger;
        this.sweeper = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "expiry");
            thread.setDaemon(true);
            return thread;
        });
        sweeper.scheduleWithFixedDelay(expiry::sweep, SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS);
    }

    /** Restores the ledger and listens; failures name cause and cure. */
    static Sandbox start(Options options, Clock trueClock) throws IOException {
        AdjustableClock clock = new AdjustableClock(trueClock);
        Faults faults = new Faults();
        Optional<Courier> courier = Optional.ofNullable(options.webhookUrl())
                .map(url -> new Courier(url, options.webhookSecret(), options.webhookEvents(), clock, faults));
        Ledger ledger = new Ledger(
                options.ledger(),
                new Books(KINDS),
                clock,
                event -> courier.ifPresent(present -> present.deliver(event)));
        try {
            return listen(options, ledger, courier, faults, clock);
        } catch (IOException | IllegalStateException e) {
            ledger.close();
            throw e;
        }
    }

    private static Sandbox listen(
            Options options, Ledger ledger, Optional<Courier> courier, Faults faults, AdjustableClock clock)
            throws IOException {
        HttpDoor api = HttpDoor.open(options.bind(), options.port(), "--port", API_THREADS);
        HttpDoor control = HttpDoor.open(options.bind(), options.controlPort(), "--control-port", CONTROL_THREADS);
        String ownUrl = "http://" + options.bind().getHostAddress() + ":" + api.port();
        String baseUrl = Optional.ofNullable(options.publicUrl()).orElse(ownUrl);

        Cashier cashier = new Cashier(baseUrl);
        CheckoutDesk desk = new CheckoutDesk(cashier);
        HostedPages pages = new HostedPages(ledger, desk);
        List<Route> routes = routes(ledger, cashier, desk, baseUrl);
        Distortion distortion = new Distortion(id -> otherIntent(ledger, id));
        Waiting waiting = new Waiting(api.threads());
        ApiHandler calls = new ApiHandler(options.key(), ledger, routes, faults, distortion, waiting);
        api.start(Map.of("/v1/", calls, "/", pages));
        Optional<MailCatcher> mail =
                Optional.ofNullable(options.mailPort()).map(port -> MailCatcher.open(options.bind(), port, clock));
        Map<String, HttpHandler> controls = new HashMap<>(Map.of("/", new ControlHandler(ledger, faults, clock)));
        mail.ifPresent(catcher -> controls.put("/mail", new MailPages(catcher)));
        control.start(controls);
        return new Sandbox(api, control, courier, mail, ledger, new Expiry(ledger, desk, cashier));
    }

    private static List<Route> routes(Ledger ledger, Cashier cashier, CheckoutDesk desk, String baseUrl) {
        return Stream.of(
                        new PaymentIntents(cashier, CheckoutDesk::holds).routes(),
                        new CheckoutSessions(desk, baseUrl).routes(),
                        new Refunds(cashier).routes(),
                        new Charges().routes(),
                        new PaymentMethods().routes(),
                        new Customers().routes(),
                        new Events(ledger).routes())
                .flatMap(List::stream)
                .toList();
    }

    /** The newest intent that is not this one. */
    private static Optional<JsonObject> otherIntent(Ledger ledger, String id) {
        return ledger.read(books -> {
            List<PaymentIntent> all = books.shelf(PaymentIntent.class).inOrder();
            for (int i = all.size() - 1; i >= 0; i--) {
                if (!all.get(i).id().equals(id)) {
                    return Optional.of(Json.tree(all.get(i)).getAsJsonObject());
                }
            }
            return Optional.empty();
        });
    }

    int port() {
        return api.port();
    }

    int controlPort() {
        return control.port();
    }

    OptionalInt mailPort() {
        return mail.stream().mapToInt(MailCatcher::port).findFirst();
    }

    @Override
    public void close() throws IOException {
        sweeper.shutdown();
        api.close();
        control.close();
        courier.ifPresent(Courier::close);
        mail.ifPresent(MailCatcher::close);
        ledger.close();
    }
}
