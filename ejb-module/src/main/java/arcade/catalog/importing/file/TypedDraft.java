package arcade.catalog.importing.file;

import arcade.shared.Sku;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A product that somebody types, by the rules of a product file. Unlike an import it tells all that is wrong at once, by
 * the name of the field: {@code title}, {@code handle}, {@code vendor}, {@code description}, {@code option1} to
 * {@code option3}; and for each {@link Choice} {@code sku:}, {@code price:}, {@code compare:}, {@code pieces:} and
 * {@code content:} with its key behind. One form's own; not for two threads.
 */
public final class TypedDraft {
    /** As many as one fills in by hand; a file may bring more. */
    public static final int MOST_VARIANTS = 100;

    private static final int LONGEST_PROPOSAL = 100;
    private static final int MOST_PIECES = 1_000_000;
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,12}");
    /** Such as {@code 330 ml}; of a base, such as {@code l}, too. */
    private static final Pattern MEASURE = Pattern.compile("([0-9.,]*)\\s*([a-z][a-z23]*)");

    /** What is wrong with a field. */
    public enum Wrong {
        TITLE,
        HANDLE,
        HANDLE_TAKEN,
        VENDOR,
        DESCRIPTION,
        CATEGORY,
        OPTION,
        OPTION_TWICE,
        TOO_MANY,
        SKU,
        SKU_TWICE,
        SKU_TAKEN,
        PRICE,
        COMPARE_AT,
        PIECES,
        CONTENT
    }

    /**
     * One variant to be.
     *
     * @param key the end of its fields' names; depends on the values alone
     * @param values of the options, in their order
     * @param proposed what its SKU will be if none is typed
     */
    public record Choice(String key, List<String> values, Sku proposed) {
        /** Such as {@code Blue / Large}; empty for the only one. */
        public String title() {
            return String.join(" / ", values);
        }
    }

    private interface Reading<T> {
        T read() throws RowRefused;
    }

    private final Map<String, String> typed;
    private final Map<String, Wrong> wrong = new LinkedHashMap<>();
    private final Prices prices;
    private final String handle;
    private final String title;
    private final String vendor;
    private final String body;
    private final TypedOptions options;
    private final Map<Sku, String> keyOfSku = new LinkedHashMap<>();

    /** @param typed by the field's name; may hold others */
    public TypedDraft(Map<String, String> typed, Currency currency, ImportLimits limits) {
        this.typed = typed;
        this.prices = new Prices(currency, limits.priceMajor());
        Row row = row(
                1,
                Map.of(
                        Column.TITLE, text("title"),
                        Column.HANDLE, text("handle").isEmpty() ? proposedHandle(text("title")) : text("handle"),
                        Column.VENDOR, text("vendor")));
        title = take("title", Wrong.TITLE, "", () -> DraftMaker.title(row));
        handle = take("handle", Wrong.HANDLE, "", () -> DraftMaker.handle(row));
        vendor = take("vendor", Wrong.VENDOR, "", () -> row.line(Column.VENDOR, DraftMaker.LONGEST));
        body = text("description").length() > limits.fieldCharacters() ? "" : Bodies.clean(text("description"));
        if (text("description").length() > limits.fieldCharacters()) {
            wrong.put("description", Wrong.DESCRIPTION);
        }
        options = new TypedOptions(typed, wrong);
    }

    /** By the field's name. */
    public Map<String, Wrong> wrong() {
        return Map.copyOf(wrong);
    }

    public void refuse(String field, Wrong why) {
        wrong.putIfAbsent(field, why);
    }

    /** As it is typed, or as it is proposed from the title; empty if it cannot be one. */
    public String handle() {
        return handle;
    }

    /** All variants the product will have. */
    public List<Choice> choices() {
        return options.choices(handle.isEmpty() ? "v" : handle);
    }

    /** The key of the choice that has this SKU, once the draft was made. */
    public String keyOf(Sku sku) {
        return keyOfSku.get(sku);
    }

    /** @param category the title of its category, or empty. @return empty: see what is {@link #wrong} */
    public Optional<ProductDraft> draft(String category) {
        keyOfSku.clear();
        List<VariantDraft> variants = new ArrayList<>();
        for (Choice choice : choices()) {
            variants.add(variant(variants.size() + 1, choice));
        }
        if (!wrong.isEmpty()) {
            return Optional.empty();
        }
        boolean published = !text("published").isEmpty();
        return Optional.of(new ProductDraft(
                1, handle, title, body, vendor, category, "", published, options.names(), "", "", variants, List.of()));
    }

    private VariantDraft variant(int line, Choice choice) {
        String key = choice.key();
        Row row = row(line, cells(key));
        Sku sku = take(
                "sku:" + key,
                Wrong.SKU,
                choice.proposed(),
                () -> VariantMaker.named(handle.isEmpty() ? "v" : handle, choice.values(), row));
        if (keyOfSku.putIfAbsent(sku, key) != null) {
            refuse("sku:" + key, Wrong.SKU_TWICE);
        }
        long price = take("price:" + key, Wrong.PRICE, 0L, () -> prices.minor(row, Column.PRICE));
        Optional<Long> compareAt = take("compare:" + key, Wrong.COMPARE_AT, Optional.empty(), () -> before(price, row));
        return new VariantDraft(
                line,
                sku,
                choice.values(),
                price,
                compareAt,
                take("content:" + key, Wrong.CONTENT, Optional.empty(), () -> Contents.of(row)),
                0,
                "",
                row.has(Column.PIECES),
                take("pieces:" + key, Wrong.PIECES, 0L, () -> pieces(row)),
                true,
                true,
                "");
    }

    private Map<Column, String> cells(String key) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        cells.put(Column.SKU, text("sku:" + key));
        cells.put(Column.PRICE, text("price:" + key).replace(',', '.'));
        cells.put(Column.COMPARE_AT, text("compare:" + key).replace(',', '.'));
        cells.put(Column.PIECES, text("pieces:" + key));
        String content = text("content:" + key)
                .toLowerCase(Locale.ROOT)
                .replace('²', '2')
                .replace('³', '3');
        cells.put(Column.CONTENT, content);
        String[] sides = content.split("/", 2);
        Matcher size = MEASURE.matcher(sides[0].strip());
        Matcher base = MEASURE.matcher(sides.length == 2 ? sides[1].strip() : "");
        if (size.matches() && !size.group(1).isEmpty() && (sides.length == 1 || base.matches())) {
            cells.put(Column.CONTENT, size.group(1).replace(',', '.'));
            cells.put(Column.CONTENT_UNIT, size.group(2));
            cells.put(Column.BASE, sides.length == 1 ? "" : base.group(1).replace(',', '.'));
            cells.put(Column.BASE_UNIT, sides.length == 1 ? "" : base.group(2));
        }
        return cells;
    }

    /** The price before, which a reduction is told by: none, or above the price. */
    private Optional<Long> before(long price, Row row) throws RowRefused {
        if (!row.has(Column.COMPARE_AT)) {
            return Optional.empty();
        }
        long before = prices.minor(row, Column.COMPARE_AT);
        if (before <= price) {
            throw row.refused(Column.COMPARE_AT, "is not above the price");
        }
        return Optional.of(before);
    }

    private static long pieces(Row row) throws RowRefused {
        if (row.has(Column.PIECES) && !WHOLE.matcher(row.text(Column.PIECES)).matches()) {
            throw row.refused(Column.PIECES, "is not a whole number");
        }
        return VariantMaker.whole(row, Column.PIECES, MOST_PIECES);
    }

    private static String proposedHandle(String title) {
        String slug = SkuMaker.slug(title);
        return slug.substring(0, Math.min(LONGEST_PROPOSAL, slug.length())).replaceAll("-$", "");
    }

    private <T> T take(String field, Wrong why, T otherwise, Reading<T> reading) {
        try {
            return reading.read();
        } catch (RowRefused e) {
            refuse(field, why);
            return otherwise;
        }
    }

    private String text(String field) {
        return typed.getOrDefault(field, "").strip();
    }

    private static Row row(int line, Map<Column, String> cells) {
        return new Row(line, cells, Optional.empty());
    }
}
