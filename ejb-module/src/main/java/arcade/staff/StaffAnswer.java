package arcade.staff;

/** What became of the wish to change an account. */
public enum StaffAnswer {
    DONE,
    /** Not an e-mail address, or longer than 254 characters. */
    EMAIL,
    /** Another account has that address. */
    EMAIL_TAKEN,
    /** 1 to 120 characters. */
    NAME,
    /** 12 to 128 characters, and not the name or the address. */
    PASSWORD,
    /** The present password was wrong, or was tried too often. */
    PRESENT_PASSWORD,
    /** Many passwords are being checked: ask again in a moment. */
    BUSY,
    /** The code was wrong, or too old. */
    CODE,
    /** Nobody would be left to make accounts. */
    LAST_ADMIN,
    NO_SUCH_ACCOUNT
}
