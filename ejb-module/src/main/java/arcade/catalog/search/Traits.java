package arcade.catalog.search;

/** Names of what products can be narrowed by, as they stand in addresses too. An option's name comes from the shopkeeper. */
public final class Traits {
    public static final String CATEGORY = "category";
    /** Its values are those of {@link PriceBand}. */
    public static final String PRICE = "price";

    public static final String VENDOR = "vendor";
    /** Has the one value {@link #IN_STOCK}. */
    public static final String STOCK = "stock";

    public static final String IN_STOCK = "in";
    private static final String OPTION = "o.";

    private Traits() {}

    public static String option(String name) {
        return OPTION + name;
    }

    public static boolean isOption(String trait) {
        return trait.startsWith(OPTION);
    }

    /** What the shopkeeper calls it. */
    public static String nameOfOption(String trait) {
        return trait.substring(OPTION.length());
    }

    public static boolean isTrait(String name) {
        return switch (name) {
            case CATEGORY, PRICE, VENDOR, STOCK -> true;
            default -> isOption(name) && name.length() > OPTION.length();
        };
    }
}
