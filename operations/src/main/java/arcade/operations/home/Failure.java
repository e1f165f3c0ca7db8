package arcade.operations.home;

/**
 * A command cannot go on. Printed as {@code error: cause} and {@code cure: what to do}, without a stack trace;
 * the command ends with {@link #exitCode()}.
 */
public final class Failure extends RuntimeException {
    private final String cure;
    private final int exitCode;

    public Failure(String cause, String cure) {
        this(cause, cure, Exit.FAILED, null);
    }

    /** @param origin kept for {@code ARCADE_TRACE=1}, which prints it */
    public Failure(String cause, String cure, Throwable origin) {
        this(cause, cure, Exit.FAILED, origin);
    }

    private Failure(String cause, String cure, int exitCode, Throwable origin) {
        super(cause, origin);
        this.cure = cure;
        this.exitCode = exitCode;
    }

    /** The arguments are wrong: exit code 2. */
    public static Failure usage(String cause, String cure) {
        return new Failure(cause, cure, Exit.USAGE, null);
    }

    /** The cluster runs, but not all of it: exit code 3. */
    public static Failure degraded(String cause, String cure) {
        return new Failure(cause, cure, Exit.DEGRADED, null);
    }

    public String cure() {
        return cure;
    }

    public int exitCode() {
        return exitCode;
    }
}
