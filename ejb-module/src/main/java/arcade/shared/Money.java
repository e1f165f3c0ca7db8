package arcade.shared;

import java.io.Serializable;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;

/** An amount in minor units (cents, pence) of one currency. Never mixes currencies, never overflows silently. */
public record Money(long minor, Currency currency) implements Comparable<Money>, Serializable {

    public Money {
        Objects.requireNonNull(currency, "currency");
    }

    public static Money of(long minor, String currencyCode) {
        return new Money(minor, Currency.getInstance(currencyCode));
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, sameCurrency(other).minor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, sameCurrency(other).minor), currency);
    }

    public Money times(int pieces) {
        return new Money(Math.multiplyExact(minor, pieces), currency);
    }

    public boolean isZero() {
        return minor == 0;
    }

    /** The amount in major units, for display: 1250 EUR is 12.50. */
    public BigDecimal major() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
    }

    public String format(Locale locale) {
        return format(locale, currency.getDefaultFractionDigits());
    }

    /** As {@link #format}, without the fraction where it is zero. */
    public String formatRound(Locale locale) {
        boolean whole = major().stripTrailingZeros().scale() <= 0;
        return format(locale, whole ? 0 : currency.getDefaultFractionDigits());
    }

    private String format(Locale locale, int fractionDigits) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(fractionDigits);
        format.setMaximumFractionDigits(fractionDigits);
        return format.format(major());
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, sameCurrency(other).minor);
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot combine " + currency + " with " + other.currency);
        }
        return other;
    }
}
