package arcade.operations.route;

/** For the driver's option {@code socketFactory}: to the replica, see {@link RoutedSocketFactory}. */
public final class ReplicaSocketFactory extends RoutedSocketFactory {
    /** Names the file. */
    public static final String PROPERTY = "arcade.database.replica";

    public ReplicaSocketFactory() {
        super(PROPERTY);
    }
}
