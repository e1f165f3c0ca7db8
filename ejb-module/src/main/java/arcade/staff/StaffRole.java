package arcade.staff;

/** What somebody may do in the back office; each may what those before it may. */
public enum StaffRole {
    /** Sees orders, buyers, products and stock, and writes notes. */
    CLERK,
    /**
     * Gives money back, changes goods, prices and stock, closes what needed attention, reads reports, hands out
     * what is held of a buyer.
     */
    SHOPKEEPER,
    /** Makes shops and accounts, erases buyers, sees the log and the cluster. */
    ADMIN;

    public boolean includes(StaffRole needed) {
        return compareTo(needed) >= 0;
    }

    /** Whether a password alone is too little. */
    public boolean needsCode() {
        return this == ADMIN;
    }
}
