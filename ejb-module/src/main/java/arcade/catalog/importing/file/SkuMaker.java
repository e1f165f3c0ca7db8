package arcade.catalog.importing.file;

import arcade.shared.Sha256;
import arcade.shared.Sku;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Makes the SKU of a variant that has none: {@code clay-plant-pot.large}. It depends on the handle and the option
 * values alone, so a later import makes the same. A handle holds no point, so two products never meet; values that are
 * more than plain letters, digits and blanks, and SKUs that would be too long, end in a part of their hash.
 */
final class SkuMaker {
    private static final int LONGEST = 64;
    private static final int HASH_DIGITS = 10;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9]+( [A-Za-z0-9]+)*");

    private SkuMaker() {}

    static Sku of(String handle, List<String> values) {
        StringBuilder name = new StringBuilder(handle);
        values.forEach(value -> name.append('.').append(slug(value)));
        boolean exact = values.stream().allMatch(value -> PLAIN.matcher(value).matches());
        if (exact && name.length() <= LONGEST) {
            return new Sku(name.toString());
        }
        String end = "." + hash(handle, values);
        return new Sku(name.substring(0, Math.min(name.length(), LONGEST - end.length())) + end);
    }

    /** Lower case ASCII: {@code Größe L} becomes {@code grosse-l}. */
    static String slug(String text) {
        String ascii = Normalizer.normalize(text.replace("ß", "ss"), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "");
        return ascii.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    private static String hash(String handle, List<String> values) {
        Sha256 sum = new Sha256().with(handle);
        values.forEach(value -> sum.with((byte) 0).with(value.toLowerCase(Locale.ROOT)));
        return sum.hex().substring(0, HASH_DIGITS);
    }
}
