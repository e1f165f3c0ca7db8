package arcade.desk.catalogue;

/** Somebody took an import back while it ran: it ends there, and what it wrote before is taken back. */
public final class TakenBackMeanwhile extends RuntimeException {
    TakenBackMeanwhile(long number) {
        super("import " + number + " was taken back while it ran");
    }
}
