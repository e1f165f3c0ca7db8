package arcade.reporting;

/** The replica has not yet what was written before it was asked; whoever asks later gets it. The primary is not bothered instead. */
public class ReplicaBehind extends RuntimeException {
    ReplicaBehind(String position, int patienceSeconds) {
        super("the replica did not reach " + position + " within " + patienceSeconds + " s");
    }
}
