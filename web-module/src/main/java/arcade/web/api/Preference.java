package arcade.web.api;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The request header {@code Prefer} of RFC 7240, as far as this API honours it: {@code wait=seconds}. */
final class Preference {
    static final String HEADER = "Prefer";
    static final String APPLIED = "Preference-Applied";
    private static final int MOST_SECONDS = 10;
    private static final Pattern WAIT = Pattern.compile("(?:^|[,;])\\s*wait\\s*=\\s*\"?(\\d{1,6})\"?\\s*(?:$|[,;])");

    private Preference() {}

    /** How long the client would wait, at most {@value #MOST_SECONDS} s; empty if it would not. Anything unreadable is ignored. */
    static Optional<Duration> wait(String header) {
        if (header == null) {
            return Optional.empty();
        }
        Matcher wait = WAIT.matcher(header);
        return wait.find()
                ? Optional.of(Duration.ofSeconds(Math.min(MOST_SECONDS, Integer.parseInt(wait.group(1)))))
                : Optional.empty();
    }

    static String applied(Duration wait) {
        return "wait=" + wait.toSeconds();
    }
}
