package arcade.web.account;

/** The version that a form was made from. */
final class Version {
    private static final long NONE = -1;

    private Version() {}

    /** What is no number is no version that ever was. */
    static long of(String typed) {
        return typed.matches("[0-9]{1,15}") ? Long.parseLong(typed) : NONE;
    }
}
