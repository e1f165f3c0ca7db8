package arcade.web.checkout;

import arcade.cart.CartAnswer;
import arcade.cart.CartRefusal;
import arcade.cart.CartView;
import arcade.cart.Carts;
import arcade.customer.Customer;
import arcade.customer.CustomerAddress;
import arcade.customer.CustomerAddresses;
import arcade.customer.CustomerOrders;
import arcade.ordering.PlaceOrder;
import arcade.ordering.Placement;
import arcade.ordering.Placement.Placed;
import arcade.ordering.Placement.Refused;
import arcade.ordering.Refusal;
import arcade.payment.PaymentMethod;
import arcade.promotion.Tariffs;
import arcade.shared.Money;
import arcade.shared.Token;
import arcade.shared.Wording;
import arcade.store.Store;
import arcade.web.account.CustomerFilter;
import arcade.web.security.Origins;
import arcade.web.store.DeliveryPromises;
import arcade.web.store.Head;
import arcade.web.store.StorePage;
import arcade.web.store.Words;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code /checkout}. The form's address carries the checkout key, so sending it again, by whomever, gets the same order. The total
 * that was shown comes back with the form: if it is another one now, it is shown again before anybody pays. Buttons that order
 * nothing (another country, a coupon, less of what is short) bring the whole form, so that nothing typed is lost; nor is it when the
 * cart cannot be ordered any more.
 */
@WebServlet("/checkout")
public class CheckoutPage extends StorePage {
    private static final int UNPROCESSABLE = 422;
    private static final String FIT = "fit";

    @Inject
    private transient Carts carts;

    @Inject
    private transient Tariffs tariffs;

    @Inject
    private transient CustomerOrders orders;

    @Inject
    private transient CustomerAddresses addresses;

    @Inject
    private transient DeliveryPromises promises;

    /**
     * @param promise when it is at the door, in words, or empty
     * @param notice a sentence above the form, or empty
     */
    public record Page(CheckoutForm form, CartView cart, List<String> countries, String promise, String notice) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Store store = store(request);
        Optional<Token> cart = visit(request, response).resumedCart();
        if (cart.isEmpty()) {
            // The way back from the gateway's page, or a bookmark.
            seeOther(
                    response,
                    visit(request, response)
                            .order()
                            .map(order -> "/orders/" + order)
                            .orElse("/cart"));
            return;
        }
        String asked = parameter(request, "country");
        List<String> countries = tariffs.of(store).countries();
        CheckoutForm empty = CheckoutForm.empty(
                Token.random().value(), cart.get().value(), countries.contains(asked) ? asked : store.country());
        CheckoutForm form = CustomerFilter.customer(request)
                .map(customer -> empty.filled(customer, usual(customer, store, asked)))
                .orElse(empty);
        Optional<CartView> view = cart(store, form).filter(CartView::isOrderable);
        if (view.isPresent()) {
            show(request, response, form, view.get(), "");
        } else {
            // Nothing is typed yet, and the cart's page says what is wrong with it.
            seeOther(response, "/cart");
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        CheckoutForm form = CheckoutForm.typed(field -> parameter(request, field));
        if (!Token.isToken(form.cart()) || !Token.isToken(form.key())) {
            seeOther(response, "/checkout");
            return;
        }
        if (!parameter(request, "without").isEmpty()) {
            carts.withoutCoupon(store(request), new Token(form.cart()));
        }
        if (!parameter(request, FIT).isEmpty()) {
            fit(store(request), new Token(form.cart()), parameter(request, FIT));
        }
        // Typed is meant: it is not forgotten when another button is pressed.
        form = form.coupon().isEmpty() ? form : form.withCoupon(redeem(request, form));
        if (!isOrder(request)) {
            show(request, response, form, "");
            return;
        }
        if (form.isWrong(CheckoutForm.COUPON)) {
            response.setStatus(UNPROCESSABLE);
            show(request, response, form, "");
            return;
        }
        Placement placement = orders.place(store(request), wish(request, form), CustomerFilter.customer(request));
        if (placement instanceof Placed placed) {
            visit(request, response).ordered(placed.order());
            seeOther(response, "/orders/" + placed.order() + "/pay");
        } else {
            refused(request, response, form, (Refused) placement);
        }
    }

    private static boolean isOrder(HttpServletRequest request) {
        return Stream.of("update", "redeem", "without", FIT)
                .allMatch(button -> parameter(request, button).isEmpty());
    }

    /** Takes as much as there is of what is short, which may be nothing; sent twice, it does no more. */
    private void fit(Store store, Token cart, String sku) {
        carts.find(store, cart).stream()
                .flatMap(view -> view.lines().stream())
                .filter(line -> line.sku().value().equals(sku) && !line.isOrderable())
                .forEach(line -> {
                    long left = line.isAvailable() ? line.left().orElse(0) : 0;
                    if (left > 0) {
                        carts.change(store, cart, sku, left);
                    } else {
                        carts.remove(store, cart, sku);
                    }
                });
    }

    /** Why the coupon was not taken; what is wrong with the cart itself, the checkout says. */
    private Optional<String> redeem(HttpServletRequest request, CheckoutForm form) {
        Wording words = Words.of(store(request));
        return carts.redeem(store(request), new Token(form.cart()), form.coupon()) instanceof CartAnswer.Refused refused
                ? switch (refused.reason()) {
                    case NO_SUCH_COUPON -> Optional.of(words.say("wrong.coupon"));
                    case COUPON_USED_UP -> Optional.of(words.say("wrong.coupon.used"));
                    default -> Optional.empty();
                }
                : Optional.empty();
    }

    /** His usual address, unless it is in another country than the one he chose. The cart names the shop's own if he chose none. */
    private Optional<CustomerAddress> usual(Customer customer, Store store, String asked) {
        boolean chosen = !asked.isEmpty() && !asked.equals(store.country());
        return addresses.ofDefault(customer).filter(usual -> {
            String country = usual.address().country();
            return chosen
                    ? country.equals(asked)
                    : tariffs.of(store).countries().contains(country);
        });
    }

    private void refused(HttpServletRequest request, HttpServletResponse response, CheckoutForm form, Refused refused)
            throws ServletException, IOException {
        Optional<Token> ordered = refused.reasons().stream()
                .flatMap(refusal -> refusal.order().stream())
                .findFirst();
        if (ordered.isPresent()) {
            visit(request, response).ordered(ordered.get());
            seeOther(response, "/orders/" + ordered.get());
        } else {
            List<Refusal> fields = refused.reasons().stream()
                    .filter(refusal ->
                            !refusal.field().isEmpty() && !refusal.field().equals(CheckoutForm.COUPON))
                    .toList();
            response.setStatus(UNPROCESSABLE);
            show(
                    request,
                    response,
                    form.with(fields, Words.of(store(request))),
                    notice(refused, fields.isEmpty(), Words.of(store(request))));
        }
    }

    private static String notice(Refused refused, boolean nothingElse, Wording words) {
        if (refused.because(Refusal.Reason.USED_UP) || refused.because(Refusal.Reason.COUPON_NOT_VALID)) {
            return words.say("checkout.used");
        }
        return nothingElse || refused.because(Refusal.Reason.TOTAL_CHANGED) ? words.say("checkout.changed") : "";
    }

    /** What was typed, with its cart, however that is by now. */
    private void show(HttpServletRequest request, HttpServletResponse response, CheckoutForm form, String notice)
            throws ServletException, IOException {
        Store store = store(request);
        Optional<CartView> known = cart(store, form);
        if (known.isPresent()) {
            show(request, response, form, known.get(), notice);
        } else if (isOrdered(store, form)) {
            seeOther(response, "/cart");
        } else {
            CheckoutForm anew = form.withCart(present(request, response, store).value());
            show(request, response, anew, cart(store, anew).orElseThrow(), notice);
        }
    }

    private void show(
            HttpServletRequest request, HttpServletResponse response, CheckoutForm form, CartView cart, String notice)
            throws ServletException, IOException {
        Store store = store(request);
        Page page = new Page(
                form,
                cart,
                tariffs.of(store).countries(),
                promises.of(store, form.address().country()),
                cart.isOrderable() ? notice : hindrance(cart, Words.of(store)));
        showPrivate(
                request,
                response,
                "checkout/checkout",
                Head.unlisted(Words.of(store).say("title.checkout", store.name())),
                page);
    }

    private boolean isOrdered(Store store, CheckoutForm form) {
        return carts.see(store, new Token(form.cart()), form.address().country()) instanceof CartAnswer.Refused refused
                && refused.reason() == CartRefusal.ALREADY_ORDERED;
    }

    private Optional<CartView> cart(Store store, CheckoutForm form) {
        return carts.find(store, new Token(form.cart()), form.address().country(), form.email());
    }

    /** In place of the form's cart, which is gone: the one that the visit has by now, or a new one, to be filled beside the form. */
    private Token present(HttpServletRequest request, HttpServletResponse response, Store store) {
        return visit(request, response)
                .resumedCart()
                .filter(cart -> carts.find(store, cart).isPresent())
                .orElseGet(
                        () -> visit(request, response).keep(carts.start(store).token()));
    }

    private static String hindrance(CartView cart, Wording words) {
        if (cart.isEmpty()) {
            return words.say("checkout.empty");
        }
        return words.say(cart.isFree() ? "cart.free" : "checkout.short");
    }

    private PlaceOrder wish(HttpServletRequest request, CheckoutForm form) {
        return new PlaceOrder(
                form.key(),
                new Token(form.cart()),
                form.buyer(),
                form.address(),
                form.otherBilling(),
                PaymentMethod.hosted(),
                Origins.of(request),
                Optional.of(new Money(shownTotal(request), store(request).currency())));
    }

    /** What is no number matches no total: the page is shown again with the right one. */
    private static long shownTotal(HttpServletRequest request) {
        String typed = parameter(request, "total");
        return typed.matches("[0-9]{1,15}") ? Long.parseLong(typed) : -1;
    }
}
