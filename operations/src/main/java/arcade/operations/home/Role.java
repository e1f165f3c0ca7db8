package arcade.operations.home;

import com.google.gson.annotations.SerializedName;

/** What a machine is for. */
public enum Role {
    @SerializedName("router")
    ROUTER,
    @SerializedName("node")
    NODE,
    @SerializedName("database")
    DATABASE,
    /** The second database: it follows the primary, and may become it. */
    @SerializedName("replica")
    REPLICA,
    /** A primary whose place was taken: what it holds beyond that is not true any more, and it may not serve. */
    @SerializedName("retired")
    RETIRED,
    @SerializedName("gateway")
    GATEWAY,
    /** Payara's admin console. */
    @SerializedName("admin")
    ADMIN;

    /** The shop needs it; of the onlookers, the admin console, it does not. */
    public boolean sells() {
        return this != ADMIN;
    }

    /** The word used in the state file, in {@code status} and in topologies. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
