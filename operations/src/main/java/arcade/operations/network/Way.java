package arcade.operations.network;

/** Which packets are lost, as seen from the node. */
public enum Way {
    /** What the node sends. */
    OUT,
    /** What is sent to the node. */
    IN,
    BOTH;

    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** @param one OUT or IN */
    boolean covers(Way one) {
        return this == BOTH || this == one;
    }
}
