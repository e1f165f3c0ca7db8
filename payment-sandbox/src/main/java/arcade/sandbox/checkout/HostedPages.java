package arcade.sandbox.checkout;

import arcade.sandbox.api.ApiRefusal;
import arcade.sandbox.api.Body;
import arcade.sandbox.api.Form;
import arcade.sandbox.api.Parameters;
import arcade.sandbox.ledger.Answer;
import arcade.sandbox.ledger.Ids;
import arcade.sandbox.ledger.Ledger;
import arcade.sandbox.ledger.Request;
import arcade.sandbox.ledger.Transaction;
import arcade.sandbox.page.Template;
import arcade.sandbox.payment.PaymentIntent;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** The pages a shopper sees; they need no script. Unguessable addresses are their only key. */
public final class HostedPages implements HttpHandler {
    private final Ledger ledger;
    private final Pages pages = new Pages();
    private final PayPage payPage;
    private final AuthenticatePage authenticatePage;
    private final byte[] style = Template.resource(HostedPages.class, "pay.css").getBytes(StandardCharsets.UTF_8);

    public HostedPages(Ledger ledger, CheckoutDesk desk) {
        this.ledger = ledger;
        this.payPage = new PayPage(desk, pages);
        this.authenticatePage = new AuthenticatePage(desk, pages);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/assets/pay.css")) {
                sendStyle(exchange);
            } else {
                page(exchange, path).send(exchange);
            }
        }
    }

    private Page page(HttpExchange exchange, String path) throws IOException {
        boolean isPost = exchange.getRequestMethod().equals("POST");
        try {
            Parameters form = Form.parse(isPost ? Body.form(exchange) : "");
            return inTransaction(transaction -> find(transaction, path, isPost, form));
        } catch (ApiRefusal refusal) {
            return new Page.Document(
                    400, pages.notice("That did not work", refusal.getMessage(), Optional.empty()), "");
        }
    }

    private Page find(Transaction transaction, String path, boolean isPost, Parameters form) {
        if (path.startsWith("/pay/")) {
            Optional<CheckoutSession> session =
                    transaction.books().shelf(CheckoutSession.class).find(path.substring("/pay/".length()));
            return session.map(found ->
                            isPost ? payPage.submit(transaction, found, form) : payPage.show(transaction, found))
                    .orElseGet(this::unknown);
        }
        if (path.startsWith("/authenticate/")) {
            return intent(transaction, path.substring("/authenticate/".length()))
                    .map(found -> isPost
                            ? authenticatePage.answer(transaction, found, form)
                            : authenticatePage.show(transaction, found))
                    .orElseGet(this::unknown);
        }
        return unknown();
    }

    private static Optional<PaymentIntent> intent(Transaction transaction, String clientSecret) {
        int end = Math.max(0, clientSecret.indexOf("_secret_"));
        return transaction
                .books()
                .shelf(PaymentIntent.class)
                .find(clientSecret.substring(0, end))
                .filter(intent -> intent.clientSecret().equals(clientSecret));
    }

    private Page unknown() {
        return new Page.Document(
                404,
                pages.notice(
                        "There is no payment here",
                        "The address is not complete, or the payment is long over. Go back to the shop to pay.",
                        Optional.empty()),
                "");
    }

    /** The page is drawn inside the transaction and sent when its changes are on disk. */
    private Page inTransaction(Function<Transaction, Page> work) {
        AtomicReference<Page> page = new AtomicReference<>();
        ledger.transact(Request.internal(Ids.next("req_")), transaction -> {
            page.set(work.apply(transaction));
            return Answer.of(200, "{}");
        });
        return page.get();
    }

    private void sendStyle(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/css; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "public, max-age=3600");
        exchange.sendResponseHeaders(200, style.length);
        exchange.getResponseBody().write(style);
    }
}
