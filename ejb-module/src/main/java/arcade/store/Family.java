package arcade.store;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which stores and names belong together: between the names that are offered a shopper's cart follows.
 *
 * @param owner whose stores these are, 1 to 40 of a-z, 0-9, -; empty: the store has no sisters
 * @param offered what a shopper reads of a host name that he may go on with, at most 60 characters, by host name
 */
public record Family(String owner, Map<String, String> offered) {
    private static final Pattern OWNER = Pattern.compile("([a-z][a-z0-9-]{0,39})?");
    private static final int LONGEST_LABEL = 60;
    private static final int MOST = 50;

    /** A store without sisters, none of whose names is offered. */
    public static final Family ALONE = new Family("", Map.of());

    public Family {
        if (!OWNER.matcher(owner).matches()) {
            throw new IllegalArgumentException("owner: 1 to 40 of a-z, 0-9, -, a letter first, not: " + owner);
        }
        offered = Map.copyOf(offered);
        if (offered.size() > MOST) {
            throw new IllegalArgumentException("domains: more than " + MOST + " are offered");
        }
        offered.forEach((host, label) -> {
            if (label.isBlank() || label.length() > LONGEST_LABEL) {
                throw new IllegalArgumentException("domains: what shoppers read of " + host + ": 1 to " + LONGEST_LABEL
                        + " characters, not: " + label);
            }
        });
    }
}
