package arcade.web.fulfilment;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContext;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The addresses below an order's own. {@code /orders/*} belongs to the order's page, and a pattern cannot end in a name, so these
 * servlets have names in place of addresses and are reached through that page.
 */
public final class OrderActions {
    private static final Pattern ADDRESS =
            Pattern.compile("[0-9a-z]{26}/(cancel|return|withdraw|invoice\\.pdf|credit-note-[0-9]{1,18}\\.pdf)");

    private OrderActions() {}

    /** @param rest of the address after {@code /orders/} */
    public static Optional<RequestDispatcher> of(ServletContext context, String rest) {
        Matcher address = ADDRESS.matcher(rest);
        return address.matches()
                ? Optional.of(context.getNamedDispatcher(servlet(address.group(1))))
                : Optional.empty();
    }

    private static String servlet(String action) {
        return action.endsWith(".pdf") ? "order-document" : "order-" + action;
    }
}
