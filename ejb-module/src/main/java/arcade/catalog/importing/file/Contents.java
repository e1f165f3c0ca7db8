package arcade.catalog.importing.file;

import arcade.catalog.Content;
import arcade.catalog.MeasureUnit;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what a variant holds, so that its price can be compared. Without a base it is compared by the kilogram, litre or metre. */
final class Contents {
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,9}(\\.\\d{1,3})?");

    private Contents() {}

    static Optional<Content> of(Row row) throws RowRefused {
        if (!row.has(Column.CONTENT)) {
            return Optional.empty();
        }
        MeasureUnit unit = unit(row, Column.CONTENT_UNIT);
        MeasureUnit base = row.has(Column.BASE_UNIT) ? unit(row, Column.BASE_UNIT) : unit.usual();
        BigDecimal amount = amount(row, Column.CONTENT);
        BigDecimal baseAmount = row.has(Column.BASE) ? amount(row, Column.BASE) : BigDecimal.ONE;
        try {
            return Optional.of(new Content(amount, unit, baseAmount, base));
        } catch (IllegalArgumentException e) {
            throw row.refused(Column.BASE_UNIT, "does not fit: " + e.getMessage());
        }
    }

    private static MeasureUnit unit(Row row, Column column) throws RowRefused {
        return MeasureUnit.named(row.text(column))
                .orElseThrow(() -> row.refused(
                        column, "is none of mg, g, kg, ml, cl, l, m3, mm, cm, m, m2: " + row.shown(column)));
    }

    private static BigDecimal amount(Row row, Column column) throws RowRefused {
        String text = row.text(column);
        if (!AMOUNT.matcher(text).matches() || new BigDecimal(text).signum() == 0) {
            throw row.refused(column, "is not an amount above zero: " + row.shown(column));
        }
        return new BigDecimal(text);
    }
}
