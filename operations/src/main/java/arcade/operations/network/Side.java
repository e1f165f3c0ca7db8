package arcade.operations.network;

/** What a node can be cut off from. */
public enum Side {
    /** The other nodes: sessions, and the desk at which the till is elected. */
    GRID,
    DATABASE,
    GATEWAY;

    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
