package arcade.catalog;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a variant holds, and the measure its price is compared by: 330 ml, by 1 l.
 *
 * @param amount above zero
 * @param baseAmount above zero
 * @param baseUnit of the same kind as the unit
 */
public record Content(BigDecimal amount, MeasureUnit unit, BigDecimal baseAmount, MeasureUnit baseUnit) {
    public Content {
        if (amount.signum() <= 0 || baseAmount.signum() <= 0) {
            throw new IllegalArgumentException("a content is above zero, not " + amount + " by " + baseAmount);
        }
        if (!unit.isLike(baseUnit)) {
            throw new IllegalArgumentException(unit + " cannot be compared by " + baseUnit);
        }
        // 330 and 330.000 are the same.
        amount = amount.stripTrailingZeros();
        baseAmount = baseAmount.stripTrailingZeros();
    }

    /** What the base costs if the whole costs so much, in minor units, half a unit rounded up. */
    long perBase(long minor) {
        BigDecimal base = baseAmount.multiply(BigDecimal.valueOf(baseUnit.smallest()));
        BigDecimal whole = amount.multiply(BigDecimal.valueOf(unit.smallest()));
        return BigDecimal.valueOf(minor)
                .multiply(base)
                .divide(whole, 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
