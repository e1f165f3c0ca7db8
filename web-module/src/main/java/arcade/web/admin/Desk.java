package arcade.web.admin;

import arcade.shared.Money;
import arcade.shared.Wording;
import arcade.staff.Acting;
import arcade.staff.StaffRole;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;

/**
 * The frame around a page of the back office, ready as {@code #{desk}}.
 *
 * @param acting null before anybody is signed in wholly
 * @param path of the page
 * @param done key of what was just done, from the address; empty: nothing
 */
public record Desk(Acting acting, Wording words, String assets, String path, String done) {
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    /** The language that a browser asks for, if the back office speaks it; else English. */
    static Wording words(List<Locale> asked) {
        Locale chosen = asked.stream()
                .filter(one ->
                        LANGUAGES.stream().anyMatch(known -> known.getLanguage().equals(one.getLanguage())))
                .findFirst()
                .orElse(Locale.ENGLISH);
        return new Wording(Desk.class, "words", chosen);
    }

    public String say(String key, Object... values) {
        return words.say(key, values);
    }

    /** A word for a code such as {@code UNKNOWN_CAPTURE}, or the code itself where nobody gave it one. */
    public String word(String prefix, Object code) {
        try {
            return words.say(prefix + "." + String.valueOf(code).toLowerCase(Locale.ROOT));
        } catch (MissingResourceException e) {
            return String.valueOf(code);
        }
    }

    /** What was just done, in words; empty: nothing, or an address that somebody made up. */
    public String notice() {
        return done.startsWith("done.") ? said(done) : "";
    }

    private String said(String key) {
        try {
            return words.say(key);
        } catch (MissingResourceException e) {
            return "";
        }
    }

    public String lang() {
        return words.locale().toLanguageTag();
    }

    /** Date and time, UTC, which is what the database and the logs have. */
    public String at(Instant at) {
        return DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss", words.locale())
                .withZone(ZoneOffset.UTC)
                .format(at);
    }

    public String money(Money amount) {
        return amount.format(words.locale());
    }

    /** @param role in the word of {@link StaffRole} */
    public boolean may(String role) {
        return acting != null && acting.role().includes(StaffRole.valueOf(role));
    }

    public List<AdminAddress> menu() {
        return acting == null
                ? List.of()
                : Arrays.stream(AdminAddress.values())
                        .filter(one -> one.isInMenuOf(acting.role()))
                        .toList();
    }

    public boolean isHere(AdminAddress address) {
        return path.equals(address.path());
    }
}
