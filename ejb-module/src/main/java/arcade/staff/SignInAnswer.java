package arcade.staff;

/** What became of a try to sign in. */
public sealed interface SignInAnswer {

    /** The password, or the code, was right. */
    record Known(Staff staff) implements SignInAnswer {}

    /** It was wrong, or there is no such account, or it is switched off: one answer for all. */
    record Wrong() implements SignInAnswer {}

    /** Tried too often, and this time not looked at. */
    record Wait(int minutes) implements SignInAnswer {}
}
