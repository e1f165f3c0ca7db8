package arcade.web.admin;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Amounts as staff types them: 12, 12.5, 12,50. Never with signs between thousands, which one may read as the other. */
public final class MoneyText {
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,12}([.,][0-9]{1,3})?");

    private MoneyText() {}

    /** In minor units. @throws IllegalArgumentException it is no amount of that currency */
    public static long minor(String text, Currency currency) {
        if (!AMOUNT.matcher(text).matches()) {
            throw new IllegalArgumentException("not an amount: " + text);
        }
        try {
            return new BigDecimal(text.replace(',', '.'))
                    .movePointRight(currency.getDefaultFractionDigits())
                    .longValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("too many decimals for " + currency + ": " + text, e);
        }
    }

    /** Empty for an empty text. */
    public static OptionalLong optionalMinor(String text, Currency currency) {
        return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(minor(text, currency));
    }

    /** As it is typed back. */
    public static String of(long minor, Currency currency) {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()).toPlainString();
    }
}
