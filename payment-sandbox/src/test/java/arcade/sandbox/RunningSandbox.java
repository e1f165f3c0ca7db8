package arcade.sandbox;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** A gateway on free ports, spoken to by the official client. */
public final class RunningSandbox implements AutoCloseable {
    public static final String KEY = "sk_test_Arcade1234";
    public static final String WEBHOOK_SECRET = "whsec_test";
    static final String GOOD_CARD = "number=4242+4242+4242+4242&expiry=12+/+34&cvc=123";
    static final String DECLINED_CARD = "number=4000000000000002&expiry=12/34&cvc=123";
    static final String CARD_WITH_3D_SECURE = "number=4000002760003184&expiry=1234&cvc=123";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Sandbox sandbox;

    private RunningSandbox(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    static RunningSandbox on(Path ledger) throws IOException {
        return start(ledger, Clock.systemUTC());
    }

    public static RunningSandbox start(Path ledger, Clock clock, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("--port", "0", "--control-port", "0", "--key", KEY, "--ledger", ledger.toString()));
        arguments.addAll(List.of(more));
        return new RunningSandbox(Sandbox.start(Options.parse(arguments.toArray(String[]::new)), clock));
    }

    StripeClient stripe() {
        return stripe(KEY);
    }

    StripeClient stripe(String key) {
        return StripeClient.builder().setApiKey(key).setApiBase(url("")).build();
    }

    public String url(String path) {
        return "http://127.0.0.1:" + sandbox.port() + path;
    }

    public String controlUrl(String path) {
        return "http://127.0.0.1:" + sandbox.controlPort() + path;
    }

    int mailPort() {
        return sandbox.mailPort().orElseThrow();
    }

    /** The movements of money, one JSON object per line. */
    List<String> ledger() {
        return control("GET", "/_ctl/ledger", "").body().lines().toList();
    }

    public HttpResponse<String> control(String method, String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(controlUrl(path)))
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    /** @param rules the rules as JSON, without the brackets around them */
    void faults(String rules) {
        control("POST", "/_ctl/faults", "{\"seed\": 1, \"rules\": [" + rules + "]}");
    }

    /** How often which fault struck. */
    public String injected() {
        return control("GET", "/_ctl/faults", "").body().replaceAll("(?s).*\"injected\":(\\{[^}]*}).*", "$1");
    }

    HttpResponse<String> get(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)));
    }

    /** @param headers names and values in turn */
    public HttpResponse<String> post(String url, String form, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    HttpResponse<String> api(String path, String form, String idempotencyKey) {
        return post(url(path), form, "Authorization", "Bearer " + KEY, "Idempotency-Key", idempotencyKey);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** An intent of 25.00 EUR that is captured later. */
    PaymentIntent anIntent() throws StripeException {
        return stripe().v1()
                .paymentIntents()
                .create(PaymentIntentCreateParams.builder()
                        .setAmount(2500L)
                        .setCurrency("eur")
                        .setCaptureMethod(PaymentIntentCreateParams.CaptureMethod.MANUAL)
                        .putMetadata("payment", "p1")
                        .putMetadata("order", "o1")
                        .build());
    }

    PaymentIntent confirm(PaymentIntent intent, String method) throws StripeException {
        return stripe().v1()
                .paymentIntents()
                .confirm(
                        intent.getId(),
                        PaymentIntentConfirmParams.builder()
                                .setPaymentMethod(method)
                                .build());
    }

    PaymentIntent anAuthorizedIntent() throws StripeException {
        return confirm(anIntent(), "pm_card_visa");
    }

    PaymentIntent aCapturedIntent() throws StripeException {
        return stripe().v1().paymentIntents().capture(anAuthorizedIntent().getId());
    }

    /** A visit to pay two mugs and their shipping, 53.90 EUR, captured later. */
    Session aSession() throws StripeException {
        return stripe().v1()
                .checkout()
                .sessions()
                .create(SessionCreateParams.builder()
                        .setMode(SessionCreateParams.Mode.PAYMENT)
                        .setSuccessUrl("http://shop.localhost:8080/orders/t?s={CHECKOUT_SESSION_ID}")
                        .setCancelUrl("http://shop.localhost:8080/cart")
                        .setClientReferenceId("A-7F3K2")
                        .addLineItem(line("Mug \"Harbour\" & <b>", 2450, 2))
                        .addLineItem(line("Shipping", 490, 1))
                        .setPaymentIntentData(SessionCreateParams.PaymentIntentData.builder()
                                .setCaptureMethod(SessionCreateParams.PaymentIntentData.CaptureMethod.MANUAL)
                                .putMetadata("payment", "p1")
                                .build())
                        .build());
    }

    private static SessionCreateParams.LineItem line(String name, long unitAmount, long quantity) {
        var product = SessionCreateParams.LineItem.PriceData.ProductData.builder()
                .setName(name)
                .build();
        var price = SessionCreateParams.LineItem.PriceData.builder()
                .setCurrency("eur")
                .setUnitAmount(unitAmount)
                .setProductData(product)
                .build();
        return SessionCreateParams.LineItem.builder()
                .setPriceData(price)
                .setQuantity(quantity)
                .build();
    }

    /** The session as it is now, with its intent. */
    Session read(Session session) throws StripeException {
        return stripe().v1()
                .checkout()
                .sessions()
                .retrieve(
                        session.getId(),
                        SessionRetrieveParams.builder()
                                .addExpand("payment_intent")
                                .build());
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    @Override
    public void close() throws IOException {
        sandbox.close();
    }
}
