package arcade.cluster;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a node does; every node runs the same software. */
public enum Role {
    STOREFRONT,
    BACKOFFICE,
    JOBS,
    TILL;

    /**
     * Reads a comma-separated list such as {@code storefront,till}; throws IllegalArgumentException that says what is
     * allowed.
     */
    public static Set<Role> parse(String list) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : list.split(",")) {
            roles.add(Arrays.stream(values())
                    .filter(role -> role.word().equals(name.strip()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "arcade.roles: '" + name.strip() + "' is no role; allowed are " + allWords())));
        }
        return roles;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String allWords() {
        return Arrays.stream(values()).map(Role::word).collect(Collectors.joining(", "));
    }
}
