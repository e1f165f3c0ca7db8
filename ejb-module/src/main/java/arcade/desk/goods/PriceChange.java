package arcade.desk.goods;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A change of many prices at once, in one store.
 *
 * @param goods which: of one store
 * @param percent added, from -90 to 500
 * @param step the new price is the nearest multiple of so many minor units
 * @param less taken off after that: step 100 and less 1 make 12.99
 */
public record PriceChange(GoodsQuery goods, BigDecimal percent, long step, long less) {
    private static final BigDecimal LEAST = BigDecimal.valueOf(-90);
    private static final BigDecimal MOST = BigDecimal.valueOf(500);
    private static final int HUNDRED_AS_POINTS = 2;
    private static final long LARGEST_STEP = 10_000;

    public PriceChange {
        if (goods.store().isEmpty()) {
            throw new IllegalArgumentException("store");
        }
        if (percent.compareTo(LEAST) < 0 || percent.compareTo(MOST) > 0 || percent.scale() > HUNDRED_AS_POINTS) {
            throw new IllegalArgumentException("percent");
        }
        if (step < 1 || step > LARGEST_STEP || less < 0 || less >= step && less > 0) {
            throw new IllegalArgumentException("step");
        }
    }

    /** One of the prices would be higher than any may be. */
    public static final class TooDear extends RuntimeException {
        TooDear(BigDecimal minor) {
            super("a price of " + minor + " minor units");
        }
    }

    /** Never below zero, and never zero where there was a price. @throws TooDear the new price is higher than any may be */
    long of(long minor) {
        if (minor == 0) {
            return 0;
        }
        BigDecimal raised = BigDecimal.valueOf(minor)
                .multiply(BigDecimal.valueOf(100).add(percent))
                .movePointLeft(HUNDRED_AS_POINTS)
                .divide(BigDecimal.valueOf(step), 0, RoundingMode.HALF_UP)
                .multiply(BigDecimal.valueOf(step))
                .subtract(BigDecimal.valueOf(less));
        if (raised.compareTo(BigDecimal.valueOf(ProductDesk.DEAREST_MINOR)) > 0) {
            throw new TooDear(raised);
        }
        return Math.max(1, raised.longValueExact());
    }
}
