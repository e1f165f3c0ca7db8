package arcade.web.account;

import arcade.shared.Wording;
import arcade.store.Store;
import arcade.web.store.Head;
import arcade.web.store.StorePage;
import arcade.web.store.Words;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;

/** What the pages in and before an account share. */
abstract class AccountView extends StorePage {
    static final String HOME = "/account";
    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Set<String> DESTINATIONS =
            Set.of(HOME, "/account/orders", "/account/addresses", "/account/details", "/account/password", "/checkout");

    /**
     * A page with one form.
     *
     * @param notice a sentence above the form, or empty
     * @param to where to go on after it, or what the form is about
     */
    public record Page(AccountForm form, String notice, String to) {}

    protected static Wording words(HttpServletRequest request) {
        return Words.of(store(request));
    }

    /** Where the shopper wanted to go; never to another site. */
    protected static String destination(HttpServletRequest request) {
        String asked = parameter(request, "to");
        return DESTINATIONS.contains(asked) ? asked : HOME;
    }

    protected void show(HttpServletRequest request, HttpServletResponse response, String view, Object page)
            throws ServletException, IOException {
        Store store = store(request);
        showPrivate(
                request,
                response,
                "account/" + view,
                Head.unlisted(words(request).say("title.account", store.name())),
                page);
    }

    protected void refuse(HttpServletRequest request, HttpServletResponse response, String view, Object page)
            throws ServletException, IOException {
        response.setStatus(UNPROCESSABLE);
        show(request, response, view, page);
    }

    /** @return the sentence that says how long to wait */
    protected static String mustWait(HttpServletRequest request, HttpServletResponse response, Duration time) {
        response.setStatus(TOO_MANY_REQUESTS);
        response.setHeader("Retry-After", Long.toString(time.toSeconds()));
        long minutes = time.plusSeconds(59).toMinutes();
        return time.toSeconds() < 60
                ? words(request).say("account.wait.seconds", time.toSeconds())
                : words(request).say("account.wait.minutes", minutes);
    }
}
