package arcade.store;

/** A host name can belong to one store only. Nothing was changed. */
public class HostTaken extends RuntimeException {
    HostTaken(String host, String owner) {
        super("the host name " + host + " belongs to the store " + owner + "; take it away there first");
    }
}
