package arcade.web.account;

import arcade.shared.Token;
import arcade.web.store.Visit;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Whether the page of an order offers an account: {@code #{account}} is {@code offer}, {@code have} or nothing. */
public final class AccountOffer {
    private static final String NAME = "account";

    private AccountOffer() {}

    /** @param isSettled whether the page stays as it is: one that looks again by itself would lose what is typed */
    public static void on(HttpServletRequest request, Visit visit, Token order, boolean isSettled) {
        if (CustomerFilter.customer(request).isPresent()) {
            request.setAttribute(NAME, "have");
        } else if (isSettled && visit.order().equals(Optional.of(order))) {
            request.setAttribute(NAME, "offer");
        }
    }
}
