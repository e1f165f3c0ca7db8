package arcade.operations.load;

/** A request brought nothing a shopper can go on with; counted already. What it did in the shop is not known. */
final class NoAnswer extends Exception {
    NoAnswer(String kind) {
        super(kind);
    }
}
