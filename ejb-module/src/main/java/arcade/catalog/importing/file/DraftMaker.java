package arcade.catalog.importing.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes a product of the rows of one handle. Its first row says what the product is: if that is bad the whole product
 * is refused; of the others a bad one costs only its variant or picture.
 */
final class DraftMaker {
    private static final Pattern HANDLE = Pattern.compile("[a-z0-9][a-z0-9_-]{0,254}");
    static final int LONGEST = 255;
    private static final int LONGEST_TAGS = 1000;
    private static final int LONGEST_DESCRIPTION = 500;
    static final int LONGEST_OPTION = 100;
    private static final List<Column> OF_A_VARIANT =
            List.of(Column.OPTION1_VALUE, Column.OPTION2_VALUE, Column.OPTION3_VALUE, Column.SKU, Column.PRICE);

    private final ImportLimits limits;
    private final Findings findings;
    private final VariantMaker variants;
    private final Set<String> seen = new HashSet<>();

    DraftMaker(Prices prices, ImportLimits limits, Findings findings) {
        this.limits = limits;
        this.findings = findings;
        this.variants = new VariantMaker(prices, findings);
    }

    Optional<ProductDraft> draft(List<Row> rows) {
        Row first = rows.get(0);
        String handle = first.text(Column.HANDLE).toLowerCase(Locale.ROOT);
        try {
            return Optional.of(draft(handle, first, rows));
        } catch (RowRefused e) {
            String others = rows.size() == 1 ? "" : "; the product's other rows go with it: " + (rows.size() - 1);
            findings.reject(e.line(), handle, e.getMessage() + others);
            return Optional.empty();
        }
    }

    void finish() {
        variants.tellUntracked();
    }

    private ProductDraft draft(String handle, Row first, List<Row> rows) throws RowRefused {
        first.check();
        handle(first);
        if (!seen.add(handle)) {
            throw first.refused(Column.HANDLE, "was there before; the rows of a product must follow each other");
        }
        String title = title(first);
        if (first.flag(Column.GIFT_CARD, false)) {
            throw first.refused(Column.GIFT_CARD, "is true: gift cards cannot be sold as products");
        }
        List<String> options = optionNames(first);
        return new ProductDraft(
                first.line(),
                handle,
                title,
                Bodies.clean(first.text(Column.BODY)),
                first.line(Column.VENDOR, LONGEST),
                first.line(Column.TYPE, LONGEST),
                tags(first),
                isPublished(first),
                options,
                first.line(Column.SEO_TITLE, LONGEST),
                first.line(Column.SEO_DESCRIPTION, LONGEST_DESCRIPTION),
                variants(handle, options.size(), rows),
                PictureMaker.pictures(handle, rows, limits, findings));
    }

    static String handle(Row first) throws RowRefused {
        String handle = first.text(Column.HANDLE).toLowerCase(Locale.ROOT);
        if (!HANDLE.matcher(handle).matches()) {
            throw first.refused(Column.HANDLE, "is not 1 to 255 of a-z, 0-9, -, _: " + first.shown(Column.HANDLE));
        }
        return handle;
    }

    static String title(Row first) throws RowRefused {
        String title = first.line(Column.TITLE, LONGEST);
        if (title.isEmpty()) {
            throw first.refused(Column.TITLE, "is empty in the product's first row");
        }
        return title;
    }

    private List<VariantDraft> variants(String handle, int options, List<Row> rows) throws RowRefused {
        List<VariantDraft> made = new ArrayList<>();
        for (Row row : rows) {
            try {
                if (made.isEmpty() || row.hasAnyOf(OF_A_VARIANT)) {
                    made.add(variants.variant(handle, options, row, made));
                } else if (row.problem().isPresent() || !row.has(Column.IMAGE)) {
                    throw new RowRefused(row.line(), row.problem().orElse("neither a variant nor a picture"));
                }
            } catch (RowRefused e) {
                if (made.isEmpty()) {
                    throw e;
                }
                findings.reject(e.line(), handle, e.getMessage());
            }
        }
        if (made.size() > limits.variants()) {
            throw new RowRefused(rows.get(0).line(), "the product has more than " + limits.variants() + " variants");
        }
        return made;
    }

    /** Shopify writes a product without a choice as the option Title with the value Default Title. */
    private static List<String> optionNames(Row first) throws RowRefused {
        if (first.text(Column.OPTION1_NAME).equalsIgnoreCase("Title")
                && first.text(Column.OPTION1_VALUE).equalsIgnoreCase("Default Title")) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < Column.OPTION_NAMES.size(); i++) {
            Column column = Column.OPTION_NAMES.get(i);
            String name = first.line(column, LONGEST_OPTION);
            if (name.isEmpty() && first.has(Column.OPTION_VALUES.get(i))) {
                throw first.refused(column, "is empty, but there is a value for it");
            }
            if (!name.isEmpty() && names.size() < i) {
                throw first.refused(column, "is given, but the option before it is not");
            }
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        return names;
    }

    private static boolean isPublished(Row first) throws RowRefused {
        String status = first.text(Column.STATUS).toLowerCase(Locale.ROOT);
        return first.flag(Column.PUBLISHED, true) && (status.isEmpty() || status.equals("active"));
    }

    private static String tags(Row first) throws RowRefused {
        return Arrays.stream(first.line(Column.TAGS, LONGEST_TAGS).split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
