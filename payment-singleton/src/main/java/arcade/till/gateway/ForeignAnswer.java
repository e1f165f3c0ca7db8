package arcade.till.gateway;

/** Asked for one thing the gateway showed another. Nothing was learned of either. */
public class ForeignAnswer extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String asked;

    /** @param shown the gateway's name of what it showed; null: none */
    ForeignAnswer(String asked, String shown) {
        super("asked for " + asked + ", the gateway showed " + shown);
        this.asked = asked;
    }

    /** The gateway's name of what was asked for. */
    public String asked() {
        return asked;
    }
}
