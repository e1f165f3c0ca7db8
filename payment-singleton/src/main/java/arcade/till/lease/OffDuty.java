package arcade.till.lease;

/** This node may not act as the till any more: what it was doing ends here, and its successor does it. */
public class OffDuty extends RuntimeException {
    /** The tenure is over, or too old to act under. */
    public OffDuty() {
        super("this node may not act as the till any more");
    }
}
