package arcade.sandbox.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of HTML with {@code {{name}}} for escaped text and {@code {{{name}}}} for finished HTML. */
public final class Template {
    private static final Pattern SLOT = Pattern.compile("\\{\\{(\\{?)([a-z]+)}}}?");

    private final String text;

    private Template(String text) {
        this.text = text;
    }

    /** @param beside a class of the package that the file lies in */
    public static Template named(Class<?> beside, String file) {
        return new Template(resource(beside, file));
    }

    public static String resource(Class<?> beside, String file) {
        try (InputStream in = beside.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param values one for each slot */
    public String fill(Map<String, String> values) {
        return SLOT.matcher(text).replaceAll(slot -> {
            String value = values.get(slot.group(2));
            if (value == null) {
                throw new IllegalArgumentException("no value for " + slot.group());
            }
            return Matcher.quoteReplacement(slot.group(1).isEmpty() ? escape(value) : value);
        });
    }

    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
