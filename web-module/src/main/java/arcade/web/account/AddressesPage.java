package arcade.web.account;

import arcade.customer.AddressAnswer;
import arcade.customer.AddressAnswer.Changed;
import arcade.customer.AddressAnswer.Gone;
import arcade.customer.AddressAnswer.Refused;
import arcade.customer.AddressAnswer.TooMany;
import arcade.customer.Customer;
import arcade.customer.CustomerAddress;
import arcade.customer.CustomerAddresses;
import arcade.ordering.Address;
import arcade.promotion.Tariffs;
import arcade.shared.Token;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code /account/addresses} lists, {@code /account/addresses/new} and {@code /account/addresses/{ref}} show a form that is posted to
 * {@code /account/addresses/{ref}}; {@code …/delete} and {@code …/default} are posted, too. The address of a new one is made with its
 * form, so a form sent twice is one. An address of somebody else is none.
 */
@WebServlet("/account/addresses/*")
public class AddressesPage extends CustomerPage {
    private static final String LIST = "/account/addresses";
    private static final String VIEW = "address";
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    @Inject
    private transient CustomerAddresses addresses;

    @Inject
    private transient Tariffs tariffs;

    /** @param standard where orders go, or empty */
    public record Listed(List<CustomerAddress> addresses, String standard) {}

    /**
     * @param ref where the form is posted to
     * @param countries where the shop delivers to, and the form's own
     */
    public record Edited(AccountForm form, String notice, String ref, List<String> countries) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String rest = pathRest(request);
        Customer customer = customer(request);
        Optional<CustomerAddress> found =
                Token.isToken(rest) ? addresses.find(customer, new Token(rest)) : Optional.empty();
        if (rest.isEmpty()) {
            list(request, response);
        } else if (rest.equals("new")) {
            Address nowhere = new Address("", "", "", store(request).country());
            show(request, response, VIEW, edited(request, form(customer.name(), nowhere, ""), "", Token.random()));
        } else if (found.isPresent()) {
            show(
                    request,
                    response,
                    VIEW,
                    edited(request, form(found.get()), "", found.get().ref()));
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String[] parts = pathRest(request).split("/", 2);
        if (!Token.isToken(parts[0])) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Token ref = new Token(parts[0]);
        switch (parts.length == 1 ? "" : parts[1]) {
            case "" -> save(request, response, ref);
            case "delete" -> {
                addresses.delete(customer(request), ref);
                seeOther(response, LIST);
            }
            case "default" -> {
                addresses.makeDefault(customer(request), ref);
                seeOther(response, LIST);
            }
            default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void save(HttpServletRequest request, HttpServletResponse response, Token ref)
            throws ServletException, IOException {
        String version = parameter(request, "version");
        String name = parameter(request, "name");
        Address typed = new Address(
                parameter(request, "line1"),
                parameter(request, "postalCode"),
                parameter(request, "city"),
                parameter(request, "country"));
        AddressAnswer answer = version.isEmpty()
                ? addresses.add(customer(request), ref, name, typed)
                : addresses.change(customer(request), new CustomerAddress(ref, name, typed, Version.of(version)));
        AccountForm form = form(name, typed, version);
        if (answer instanceof Refused refused) {
            refuse(request, response, VIEW, edited(request, form.with(refused.wrong(), words(request)), "", ref));
        } else if (answer instanceof Changed changed) {
            String now = words(request).say("account.changed", oneLine(changed.now()));
            AccountForm again = form(name, typed, Long.toString(changed.now().version()));
            refuse(request, response, VIEW, edited(request, again, now, ref));
        } else if (answer instanceof Gone) {
            String gone = words(request).say("account.address.gone");
            refuse(request, response, VIEW, edited(request, form(name, typed, ""), gone, Token.random()));
        } else if (answer instanceof TooMany most) {
            refuse(
                    request,
                    response,
                    VIEW,
                    edited(request, form, words(request).say("account.address.many", most.most()), ref));
        } else {
            seeOther(response, LIST);
        }
    }

    private void list(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Customer customer = customer(request);
        String standard = customer.defaultAddress().map(Token::value).orElse("");
        show(request, response, "addresses", new Listed(addresses.of(customer), standard));
    }

    private Edited edited(HttpServletRequest request, AccountForm form, String notice, Token ref) {
        List<String> countries = new ArrayList<>(tariffs.of(store(request)).countries());
        String own = form.value("country");
        // Without it a browser would choose the first, and so change what nobody touched.
        if (COUNTRIES.contains(own) && !countries.contains(own)) {
            countries.add(own);
        }
        return new Edited(form, notice, ref.value(), countries);
    }

    private static String oneLine(CustomerAddress address) {
        return String.join(
                ", ",
                address.name(),
                address.address().line1(),
                address.address().postalCode() + " " + address.address().city(),
                address.address().country());
    }

    private static AccountForm form(CustomerAddress address) {
        return form(address.name(), address.address(), Long.toString(address.version()));
    }

    private static AccountForm form(String name, Address address, String version) {
        return AccountForm.of(Map.of(
                "name", name,
                "line1", address.line1(),
                "postalCode", address.postalCode(),
                "city", address.city(),
                "country", address.country(),
                "version", version));
    }
}
