package arcade.web.store;

import arcade.shared.Token;
import arcade.store.Store;
import arcade.web.security.Origins;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Optional;

/**
 * What is remembered of one shopper in one store. Nothing of somebody who only looks. With the first article a session begins,
 * which holds ids only and is replicated; a cookie with the cart's token lives longer than the browser and the whole grid.
 */
public final class Visit {
    private static final String STORE = "store";
    private static final String CART = "cart";
    private static final String ORDER = "order";
    private static final String CUSTOMER = "customer";
    private static final String EPOCH = "customer-epoch";
    private static final Duration CART_COOKIE = Duration.ofDays(30);

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final Store store;

    public Visit(HttpServletRequest request, HttpServletResponse response, Store store) {
        this.request = request;
        this.response = response;
        this.store = store;
    }

    /** The session's cart; none for a visitor without a session, whatever cookies he has. */
    public Optional<Token> cart() {
        return id(CART);
    }

    /** The order this visit placed last. */
    public Optional<Token> order() {
        return id(ORDER);
    }

    /** The session's cart, else the cookie's, whose session begins anew with it. Only for pages that are never cached. */
    public Optional<Token> resumedCart() {
        Optional<Token> known = cart();
        return known.isPresent() || order().isPresent() ? known : cookie().map(this::keep);
    }

    /** Remembers the cart, in a session and in a cookie. */
    public Token keep(Token cart) {
        HttpSession session = session();
        session.setAttribute(CART, cart.value());
        session.removeAttribute(ORDER);
        setCookie(cart.value(), CART_COOKIE);
        return cart;
    }

    /** The same, and the session goes on under an id that nobody knew before. */
    public Token keepAnew(Token cart) {
        keep(cart);
        request.changeSessionId();
        return cart;
    }

    /** The cart became an order, or is gone. */
    public void forgetCart() {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(CART);
        }
        setCookie("", Duration.ZERO);
    }

    public void ordered(Token order) {
        forgetCart();
        session().setAttribute(ORDER, order.value());
    }

    /**
     * Who signed in to this visit; whether that still holds, the database knows.
     *
     * @param epoch of his sessions at that time
     */
    public record SignedIn(long id, long epoch) {}

    public Optional<SignedIn> signedIn() {
        HttpSession session = request.getSession(false);
        if (!isOfThisStore(session) || session.getAttribute(CUSTOMER) == null) {
            return Optional.empty();
        }
        return Optional.of(new SignedIn((Long) session.getAttribute(CUSTOMER), (Long) session.getAttribute(EPOCH)));
    }

    /** From now on the session is this customer's, under an id that nobody knew before. */
    public void signIn(SignedIn customer) {
        HttpSession session = session();
        request.changeSessionId();
        session.setAttribute(CUSTOMER, customer.id());
        session.setAttribute(EPOCH, customer.epoch());
    }

    /** Nothing of the visit remains in this browser: others may use it. */
    public void signOut() {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        setCookie("", Duration.ZERO);
    }

    private boolean isOfThisStore(HttpSession session) {
        return session != null && Long.valueOf(store.id()).equals(session.getAttribute(STORE));
    }

    private HttpSession session() {
        HttpSession session = request.getSession();
        session.setAttribute(STORE, store.id());
        return session;
    }

    private Optional<Token> id(String name) {
        HttpSession session = request.getSession(false);
        if (!isOfThisStore(session)) {
            return Optional.empty();
        }
        return Optional.ofNullable((String) session.getAttribute(name)).map(Token::new);
    }

    private Optional<Token> cookie() {
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                if (cookie.getName().equals(CART) && Token.isToken(cookie.getValue())) {
                    return Optional.of(new Token(cookie.getValue()));
                }
            }
        }
        return Optional.empty();
    }

    private void setCookie(String value, Duration life) {
        Cookie cookie = new Cookie(CART, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(Origins.isHttps(request));
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge((int) life.toSeconds());
        response.addCookie(cookie);
    }
}
