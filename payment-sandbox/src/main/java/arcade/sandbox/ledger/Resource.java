package arcade.sandbox.ledger;

import java.time.Instant;

/**
 * One object of the API. Its fields are its JSON, both in answers and in the ledger.
 *
 * <p>Hazard: resources are mutable and are read and changed only inside a {@link Transaction} or {@link Ledger#read}.
 */
public abstract class Resource implements Listed {
    private String id;
    private String object;
    private long created;
    private boolean livemode;

    protected Resource() {}

    protected Resource(String id, String object, Instant created) {
        this.id = id;
        this.object = object;
        this.created = created.getEpochSecond();
    }

    @Override
    public final String id() {
        return id;
    }

    public final String kind() {
        return object;
    }

    @Override
    public final long created() {
        return created;
    }

    public final boolean isLive() {
        return livemode;
    }
}
