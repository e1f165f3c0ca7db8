package arcade.sandbox.checkout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of HTML with {@code {{name}}} for escaped text and {@code {{{name}}}} for finished HTML. */
final class Template {
    private static final Pattern SLOT = Pattern.compile("\\{\\{(\\{?)([a-z]+)}}}?");

    private final String text;

    private Template(String text) {
        this.text = text;
    }

    static Template named(String file) {
        return new Template(resource(file));
    }

    static String resource(String file) {
        try (InputStream in = Template.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param values one for each slot */
    String fill(Map<String, String> values) {
        return SLOT.matcher(text).replaceAll(slot -> {
            String value = values.get(slot.group(2));
            if (value == null) {
                throw new IllegalArgumentException("no value for " + slot.group());
            }
            return Matcher.quoteReplacement(slot.group(1).isEmpty() ? escape(value) : value);
        });
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
