package arcade.catalog;

import arcade.shared.Money;
import arcade.store.Store;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Shapes columns for pages, in a store's money and language. */
record Shape(Store store) {
    private static final String BETWEEN_VALUES = " / ";

    Price price(long minor) {
        Money money = new Money(minor, store.currency());
        return new Price(money, money.format(store.locale()));
    }

    /** The former price, only if it was higher. */
    Optional<Price> compareAt(Long formerMinor, long minor) {
        return formerMinor == null || formerMinor <= minor ? Optional.empty() : Optional.of(price(formerMinor));
    }

    /** Columns content_amount, content_unit, base_amount, base_unit from the given one on; nothing where no content is told. */
    Optional<UnitPrice> unitPrice(ResultSet row, int first, long minor) throws SQLException {
        BigDecimal amount = row.getBigDecimal(first);
        if (amount == null) {
            return Optional.empty();
        }
        Content content = new Content(
                amount,
                MeasureUnit.valueOf(row.getString(first + 1)),
                row.getBigDecimal(first + 2),
                MeasureUnit.valueOf(row.getString(first + 3)));
        String sign = content.baseUnit().sign();
        String base = content.baseAmount().compareTo(BigDecimal.ONE) == 0
                ? sign
                : NumberFormat.getInstance(store.locale()).format(content.baseAmount()) + "\u00a0" + sign;
        return Optional.of(new UnitPrice(price(content.perBase(minor)), base));
    }

    /**
     * Columns media, alt, width, height from the given one on; a picture without words speaks by the product's title.
     */
    static PictureView picture(ResultSet row, int first, String title) throws SQLException {
        String alt = row.getString(first + 1);
        return PictureView.of(
                row.getString(first),
                alt == null || alt.isBlank() ? title : alt,
                row.getInt(first + 2),
                row.getInt(first + 3));
    }

    /** The values that are there, in order. */
    static List<String> values(String... options) {
        return Arrays.stream(options).filter(Objects::nonNull).toList();
    }

    static String title(List<String> values) {
        return String.join(BETWEEN_VALUES, values);
    }
}
