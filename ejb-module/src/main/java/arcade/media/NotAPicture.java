package arcade.media;

/** Content that cannot be shown as a picture, or could not be had; the message is a reason for people. */
public class NotAPicture extends Exception {
    public NotAPicture(String reason) {
        super(reason);
    }
}
