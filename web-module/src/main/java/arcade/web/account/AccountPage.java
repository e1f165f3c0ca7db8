package arcade.web.account;

import arcade.customer.Customer;
import arcade.customer.CustomerAddress;
import arcade.customer.CustomerAddresses;
import arcade.customer.CustomerOrders;
import arcade.customer.CustomerOrders.Summary;
import arcade.shared.Wording;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code /account}: the latest orders, where they go, and the ways to the rest. */
@WebServlet("/account")
public class AccountPage extends CustomerPage {
    private static final int LATEST = 3;

    @Inject
    private transient CustomerOrders orders;

    @Inject
    private transient CustomerAddresses addresses;

    /** @param notice what was just done, or empty */
    public record Overview(
            Customer customer,
            List<Summary> latest,
            OrderDates dates,
            Optional<CustomerAddress> address,
            String notice) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Customer customer = customer(request);
        List<Summary> latest =
                orders.history(customer, 1).orders().stream().limit(LATEST).toList();
        Overview page = new Overview(
                customer,
                latest,
                new OrderDates(store(request).locale()),
                addresses.ofDefault(customer),
                notice(parameter(request, "notice"), words(request)));
        show(request, response, "account", page);
    }

    private static String notice(String code, Wording words) {
        return switch (code) {
            case "details" -> words.say("account.done.details");
            case "password" -> words.say("account.done.password");
            default -> "";
        };
    }
}
