package arcade.web.account;

import arcade.customer.AccountAnswer;
import arcade.customer.AccountAnswer.Changed;
import arcade.customer.AccountAnswer.Refused;
import arcade.customer.AccountAnswer.Wait;
import arcade.customer.Customer;
import arcade.customer.Customers;
import arcade.ordering.Buyer;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** {@code /account/details}: name and mail address. Whoever comes second is shown what is stored and keeps what he typed. */
@WebServlet("/account/details")
public class DetailsPage extends CustomerPage {
    private static final String VIEW = "details";

    @Inject
    private transient Customers customers;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Customer customer = customer(request);
        AccountForm form = AccountForm.of(Map.of(
                "name", customer.name(), "email", customer.email(), "version", Long.toString(customer.version())));
        show(request, response, VIEW, new Page(form, "", ""));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Buyer person = new Buyer(parameter(request, "email"), parameter(request, "name"));
        Customer seen = seen(customer(request), Version.of(parameter(request, "version")));
        AccountAnswer answer = customers.describe(
                store(request), seen, person, PasswordTyped.of(request, "current"), NetworkAddress.of(request));
        if (answer instanceof Refused refused) {
            AccountForm form = form(person, seen.version()).with(refused.wrong(), words(request));
            refuse(request, response, VIEW, new Page(form, "", ""));
        } else if (answer instanceof Wait wait) {
            String notice = mustWait(request, response, wait.time());
            show(request, response, VIEW, new Page(form(person, seen.version()), notice, ""));
        } else if (answer instanceof Changed changed) {
            Customer now = changed.now();
            String notice = words(request).say("account.changed", now.name() + ", " + now.email());
            refuse(request, response, VIEW, new Page(form(person, now.version()), notice, ""));
        } else {
            seeOther(response, "/account?notice=details");
        }
    }

    private static AccountForm form(Buyer person, long version) {
        return AccountForm.of(
                Map.of("name", person.name(), "email", person.email(), "version", Long.toString(version)));
    }

    private static Customer seen(Customer now, long version) {
        return new Customer(
                now.id(),
                now.storeId(),
                now.email(),
                now.name(),
                now.epoch(),
                now.cart(),
                now.defaultAddress(),
                version);
    }
}
