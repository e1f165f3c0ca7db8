package arcade.customer.held;

import arcade.shared.Token;
import arcade.store.Store;
import java.util.List;

/**
 * A person as one store knows him.
 *
 * @param mail in small letters
 * @param orders of that mail address or in its account
 */
public record Whose(Store store, String mail, List<Token> orders) {
    public Whose {
        orders = List.copyOf(orders);
    }

    /** A regular expression (PCRE) that the whole mail address matches in a text, and not as a part of another one. */
    String quoted() {
        return "(?i)(?<![\\p{L}\\p{N}._%+'-])" + mail.replaceAll("([^\\p{L}\\p{N}@])", "\\\\$1")
                + "(?![\\p{L}\\p{N}-]|\\.[\\p{L}\\p{N}])";
    }
}
