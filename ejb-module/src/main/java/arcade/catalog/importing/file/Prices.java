package arcade.catalog.importing.file;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.regex.Pattern;

/**
 * Prices as Shopify writes them: digits, and perhaps a point with decimals. Exact: nothing is rounded, and what could
 * be meant otherwise ({@code 1.000}, {@code 9,99}, {@code 1e3}) is refused.
 */
record Prices(Currency currency, int mostMajor) {
    private static final Pattern SHAPE = Pattern.compile("\\d{1,12}(\\.\\d{1,3})?");
    private static final int USUAL_DECIMALS = 2;

    /** The price in minor units. */
    long minor(Row row, Column column) throws RowRefused {
        String text = row.text(column);
        if (text.isEmpty()) {
            throw row.refused(column, "is empty");
        }
        if (text.startsWith("-")) {
            throw row.refused(column, "is negative: " + row.shown(column));
        }
        if (!SHAPE.matcher(text).matches()) {
            throw row.refused(column, "is not a price like 12.50: " + row.shown(column));
        }
        BigDecimal major = new BigDecimal(text);
        int digits = currency.getDefaultFractionDigits();
        // 1200.00 is a price in yen; 50.000 may be fifty or fifty thousand.
        if (major.stripTrailingZeros().scale() > digits || major.scale() > Math.max(digits, USUAL_DECIMALS)) {
            throw row.refused(column, "has more decimals than " + currency + ": " + row.shown(column));
        }
        if (major.compareTo(BigDecimal.valueOf(mostMajor)) > 0) {
            throw row.refused(column, "is above " + mostMajor + ": " + row.shown(column));
        }
        return major.movePointRight(digits).longValueExact();
    }
}
