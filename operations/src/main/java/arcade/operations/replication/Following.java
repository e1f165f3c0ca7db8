package arcade.operations.replication;

/**
 * How a replica follows.
 *
 * @param receiving whether it is connected to the primary
 * @param applying whether what it receives is carried out
 * @param received the last transaction that lies whole in its relay log (GTID)
 * @param applied the last one carried out
 * @param problem what either thread last stumbled over; empty when nothing
 */
public record Following(boolean receiving, boolean applying, String received, String applied, String problem) {

    /** Whether nothing it received is left to be carried out. */
    boolean caughtUp() {
        return received.isEmpty() || received.equals(applied);
    }
}
