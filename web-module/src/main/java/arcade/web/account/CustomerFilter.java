package arcade.web.account;

import arcade.customer.Customer;
import arcade.customer.CustomerCarts;
import arcade.customer.Customers;
import arcade.shared.Token;
import arcade.store.Store;
import arcade.web.store.StoreFilter;
import arcade.web.store.Visit;
import arcade.web.store.Visit.SignedIn;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Knows who is signed in: one look by the primary key for a request of a customer, none for others. It keeps visit and customer to the
 * same cart, so that no page has to: before the page the visit gets the customer's cart, after it the customer gets the visit's.
 */
public class CustomerFilter extends HttpFilter {
    /** The request attribute that holds the {@link Customer}. */
    private static final String CUSTOMER = "customer";
    /** The request attribute that is there where a site has accounts at all. */
    private static final String ACCOUNTS = "accounts";

    @Inject
    transient Customers customers;

    @Inject
    private transient CustomerCarts carts;

    /** Who is signed in. */
    public static Optional<Customer> customer(HttpServletRequest request) {
        return Optional.ofNullable((Customer) request.getAttribute(CUSTOMER));
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Store store = (Store) request.getAttribute(StoreFilter.STORE);
        if (store == null) {
            chain.doFilter(request, response);
        } else if (customers.areKept()) {
            request.setAttribute(ACCOUNTS, true);
            serve(new Visit(request, response, store), store, request, response, chain);
        } else if (isAccount(request.getRequestURI())) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void serve(
            Visit visit, Store store, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<SignedIn> signedIn = visit.signedIn();
        Optional<Customer> customer =
                signedIn.flatMap(session -> customers.ofSession(store, session.id(), session.epoch()));
        if (customer.isEmpty()) {
            if (signedIn.isPresent()) {
                visit.signOut();
            }
            chain.doFilter(request, response);
            return;
        }
        request.setAttribute(CUSTOMER, customer.get());
        customer.get()
                .cart()
                .filter(cart -> !visit.cart().equals(Optional.of(cart)))
                .ifPresent(visit::keep);
        Optional<Token> before = visit.cart();
        chain.doFilter(request, response);
        boolean stays =
                visit.signedIn().filter(now -> now.id() == customer.get().id()).isPresent();
        if (stays && !visit.cart().equals(before)) {
            carts.follow(customer.get(), visit.cart());
        }
    }

    static boolean isAccount(String path) {
        return path.equals("/account") || path.startsWith("/account/");
    }
}
