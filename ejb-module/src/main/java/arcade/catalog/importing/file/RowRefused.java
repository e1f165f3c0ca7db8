package arcade.catalog.importing.file;

/** One row is not acceptable; others may be. */
class RowRefused extends Exception {
    private final long line;

    RowRefused(long line, String reason) {
        super(reason);
        this.line = line;
    }

    long line() {
        return line;
    }
}
