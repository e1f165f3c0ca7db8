package arcade.catalog.importing.file;

import arcade.shared.Sku;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes variants of rows. Knows the SKUs of the whole file, because a SKU names one variant in the store. */
final class VariantMaker {
    static final int LONGEST_VALUE = 255;
    private static final int LONGEST_BARCODE = 64;
    private static final int MOST_GRAMS = 100_000_000;
    private static final int MOST_PIECES = 1_000_000_000;
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(\\.\\d{1,6})?");
    private static final Pattern SKU = Pattern.compile("[!-~]{1,64}");

    private final Prices prices;
    private final Findings findings;
    private final Map<Sku, Long> lineOfSku = new HashMap<>();
    private long firstUntracked;
    private int untracked;

    VariantMaker(Prices prices, Findings findings) {
        this.prices = prices;
        this.findings = findings;
    }

    /** @param before the product's variants so far */
    VariantDraft variant(String handle, int options, Row row, List<VariantDraft> before) throws RowRefused {
        row.check();
        List<String> values = values(options, row);
        for (VariantDraft other : before) {
            if (sameValues(other.options(), values)) {
                throw new RowRefused(row.line(), "the same options as line " + other.line());
            }
        }
        long price = prices.minor(row, Column.PRICE);
        Optional<Long> compareAt =
                row.has(Column.COMPARE_AT) ? Optional.of(prices.minor(row, Column.COMPARE_AT)) : Optional.empty();
        boolean tracked = isTracked(row);
        VariantDraft variant = new VariantDraft(
                row.line(),
                sku(handle, values, row),
                values,
                price,
                compareAt,
                Contents.of(row),
                (int) whole(row, Column.GRAMS, MOST_GRAMS),
                unquoted(row.line(Column.BARCODE, LONGEST_BARCODE)),
                tracked,
                tracked ? pieces(row) : 0,
                row.flag(Column.REQUIRES_SHIPPING, true),
                row.flag(Column.TAXABLE, true),
                PictureMaker.source(row, Column.VARIANT_IMAGE));
        lineOfSku.put(variant.sku(), row.line());
        return variant;
    }

    /** Tells once, at the end, what the empty tracker means. */
    void tellUntracked() {
        if (untracked > 0) {
            findings.notice(
                    firstUntracked,
                    untracked + " variants have no " + Column.TRACKER.title()
                            + ": their pieces are not counted, they are always for sale");
        }
    }

    private static List<String> values(int options, Row row) throws RowRefused {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < Column.OPTION_VALUES.size(); i++) {
            Column column = Column.OPTION_VALUES.get(i);
            if (i < options) {
                String value = row.line(column, LONGEST_VALUE);
                if (value.isEmpty()) {
                    throw row.refused(column, "is empty, and the product is chosen by it");
                }
                values.add(value);
            } else if (options > 0 && row.has(column)) {
                throw row.refused(column, "is given, but the product's first row names no such option");
            }
        }
        return values;
    }

    private static boolean sameValues(List<String> one, List<String> other) {
        for (int i = 0; i < one.size(); i++) {
            if (!one.get(i).equalsIgnoreCase(other.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The given SKU, or else one made of the handle and the values. */
    static Sku named(String handle, List<String> values, Row row) throws RowRefused {
        String given = unquoted(row.text(Column.SKU));
        if (!given.isEmpty() && !SKU.matcher(given).matches()) {
            throw row.refused(Column.SKU, "is not 1 to 64 ASCII characters without blanks: " + row.shown(Column.SKU));
        }
        return given.isEmpty() ? SkuMaker.of(handle, values) : new Sku(given);
    }

    private Sku sku(String handle, List<String> values, Row row) throws RowRefused {
        Sku sku = named(handle, values, row);
        Long other = lineOfSku.get(sku);
        if (other != null) {
            throw new RowRefused(row.line(), "the SKU " + sku + " is already that of line " + other);
        }
        return sku;
    }

    private boolean isTracked(Row row) {
        if (!row.has(Column.TRACKER)) {
            firstUntracked = untracked++ == 0 ? row.line() : firstUntracked;
            return false;
        }
        if (row.text(Column.POLICY).equalsIgnoreCase("continue")) {
            findings.notice(row.line(), "sold on when nothing is left, as its policy says: its pieces are not counted");
            return false;
        }
        return true;
    }

    private long pieces(Row row) throws RowRefused {
        if (row.text(Column.PIECES).startsWith("-")) {
            findings.notice(row.line(), "a negative quantity, " + row.shown(Column.PIECES) + ", is taken as 0");
            return 0;
        }
        return whole(row, Column.PIECES, MOST_PIECES);
    }

    /** A number from 0 on, rounded to a whole one; empty is 0. */
    static long whole(Row row, Column column, int most) throws RowRefused {
        String text = row.has(column) ? row.text(column) : "0";
        if (!NUMBER.matcher(text).matches()) {
            throw row.refused(column, "is not a number: " + row.shown(column));
        }
        BigDecimal number = new BigDecimal(text).setScale(0, RoundingMode.HALF_UP);
        if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw row.refused(column, "is not within 0 and " + most + ": " + row.shown(column));
        }
        return number.longValueExact();
    }

    /** Spreadsheets keep leading zeros by an apostrophe. */
    private static String unquoted(String text) {
        return text.startsWith("'") ? text.substring(1) : text;
    }
}
