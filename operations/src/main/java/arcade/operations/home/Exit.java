package arcade.operations.home;

/** The exit codes of every command. */
public final class Exit {
    public static final int DONE = 0;
    public static final int FAILED = 1;
    public static final int USAGE = 2;
    public static final int DEGRADED = 3;

    private Exit() {}
}
