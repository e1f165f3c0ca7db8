package arcade.web.account;

import arcade.customer.AccountAnswer;
import arcade.customer.AccountAnswer.Done;
import arcade.customer.AccountAnswer.Refused;
import arcade.customer.AccountAnswer.Wait;
import arcade.customer.Customer;
import arcade.customer.CustomerAddresses;
import arcade.customer.Customers;
import arcade.ordering.Buyer;
import arcade.ordering.OrderView;
import arcade.ordering.Orders;
import arcade.shared.Token;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /account/sign-up}, and {@code POST /account/sign-up/{order}} from an order's page, which asks for a password alone. The latter
 * is for the visit that placed the order: whoever was sent the order's address is not its buyer.
 */
@WebServlet("/account/sign-up/*")
public class SignUpPage extends AccountView {
    @Inject
    private transient Customers customers;

    @Inject
    private transient CustomerAddresses addresses;

    @Inject
    private transient Orders orders;

    @Inject
    private transient Arrival arrival;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (Token.isToken(pathRest(request))) {
            seeOther(response, "/orders/" + pathRest(request));
        } else if (!pathRest(request).isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (CustomerFilter.customer(request).isPresent()) {
            seeOther(response, destination(request));
        } else {
            show(request, response, "sign-up", new Page(AccountForm.of(Map.of()), "", destination(request)));
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (pathRest(request).isEmpty()) {
            Buyer person = new Buyer(parameter(request, "email"), parameter(request, "name"));
            signUp(request, response, person, "sign-up", destination(request));
            return;
        }
        Optional<OrderView> order = visit(request, response)
                .order()
                .filter(placed -> placed.value().equals(pathRest(request)))
                .flatMap(placed -> orders.find(store(request), placed));
        if (order.isPresent()) {
            signUp(request, response, order.get().buyer(), "sign-up-order", "/orders/" + pathRest(request))
                    .ifPresent(customer -> keepAddress(customer, order.get()));
        } else {
            seeOther(response, "/account/sign-in");
        }
    }

    /** So that the next order need not ask for it again; sent twice, it is kept once. */
    private void keepAddress(Customer customer, OrderView order) {
        addresses.add(customer, order.token(), order.buyer().name(), order.address());
    }

    private Optional<Customer> signUp(
            HttpServletRequest request, HttpServletResponse response, Buyer person, String view, String to)
            throws ServletException, IOException {
        AccountAnswer answer = customers.signUp(
                store(request), person, PasswordTyped.of(request, "password"), NetworkAddress.of(request));
        AccountForm form = AccountForm.of(Map.of("email", person.email(), "name", person.name()));
        if (answer instanceof Done done) {
            arrival.of(visit(request, response), store(request), done.customer());
            seeOther(response, to);
            return Optional.of(done.customer());
        } else if (answer instanceof Wait wait) {
            show(request, response, view, new Page(form, mustWait(request, response, wait.time()), to));
        } else {
            refuse(request, response, view, new Page(form.with(((Refused) answer).wrong(), words(request)), "", to));
        }
        return Optional.empty();
    }
}
