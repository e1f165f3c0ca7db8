package arcade.operations.route;

/** For the driver's option {@code socketFactory}: to the primary, see {@link RoutedSocketFactory}. */
public final class PrimarySocketFactory extends RoutedSocketFactory {
    /** Names the file. */
    public static final String PROPERTY = "arcade.database.primary";

    public PrimarySocketFactory() {
        super(PROPERTY);
    }
}
