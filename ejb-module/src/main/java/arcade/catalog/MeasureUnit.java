package arcade.catalog;

import java.util.Locale;
import java.util.Optional;

/** A unit that contents are told in, by the names of Shopify's files. */
public enum MeasureUnit {
    MG("mg", 1, Kind.MASS),
    G("g", 1_000, Kind.MASS),
    KG("kg", 1_000_000, Kind.MASS),
    ML("ml", 1, Kind.VOLUME),
    CL("cl", 10, Kind.VOLUME),
    L("l", 1_000, Kind.VOLUME),
    M3("m³", 1_000_000, Kind.VOLUME),
    MM("mm", 1, Kind.LENGTH),
    CM("cm", 10, Kind.LENGTH),
    M("m", 1_000, Kind.LENGTH),
    M2("m²", 1, Kind.AREA);

    private enum Kind {
        MASS,
        VOLUME,
        LENGTH,
        AREA
    }

    private final String sign;
    private final long smallest;
    private final Kind kind;

    MeasureUnit(String sign, long smallest, Kind kind) {
        this.sign = sign;
        this.smallest = smallest;
        this.kind = kind;
    }

    /** The unit of that name in any case. */
    public static Optional<MeasureUnit> named(String name) {
        for (MeasureUnit unit : values()) {
            if (unit.name().equals(name.toUpperCase(Locale.ROOT))) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }

    /** The one that prices of such goods are compared by (directive 98/6/EC, article 2 b). */
    public MeasureUnit usual() {
        return switch (kind) {
            case MASS -> KG;
            case VOLUME -> this == M3 ? M3 : L;
            case LENGTH -> M;
            case AREA -> M2;
        };
    }

    /** As it is written beside a number. */
    public String sign() {
        return sign;
    }

    boolean isLike(MeasureUnit other) {
        return kind == other.kind;
    }

    /** How many of the smallest unit of its kind it is. */
    long smallest() {
        return smallest;
    }
}
