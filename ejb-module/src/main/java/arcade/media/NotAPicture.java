package arcade.media;

/** Content that cannot be shown as a picture, or could not be had; the message is a reason for people. */
public class NotAPicture extends Exception {
    private final Fault fault;

    /** It could not be had. */
    public NotAPicture(String reason) {
        this(Fault.ELSEWHERE, reason);
    }

    NotAPicture(Fault fault, String reason) {
        super(reason);
        this.fault = fault;
    }

    /** What is wrong with it, for who says it in his own words. */
    public enum Fault {
        KIND,
        DAMAGED,
        /** Too many pixels, or none. */
        PIXELS,
        SVG,
        ELSEWHERE
    }

    public Fault fault() {
        return fault;
    }
}
