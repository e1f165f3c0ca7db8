package arcade.till;

/** This node may not act as the till any more: what it was doing ends here, and its successor does it. */
class OffDuty extends RuntimeException {
    OffDuty() {
        super("this node may not act as the till any more");
    }
}
