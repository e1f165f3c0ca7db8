package arcade.desk.pictures;

import java.util.List;
import java.util.Map;

/**
 * What somebody wants the pictures of a product to be.
 *
 * @param seen the pictures as they were when he was shown them, in their order
 * @param alts what he wants them described by; whose row is not named keeps what it has
 * @param step besides that
 * @param picture the row that the step is about
 */
public record PictureEdit(long product, List<Seen> seen, Map<Long, String> alts, Step step, long picture) {

    public PictureEdit {
        seen = List.copyOf(seen);
        alts = Map.copyOf(alts);
    }

    /** A picture as it was shown. */
    public record Seen(long id, String alt) {}

    /** What is done with one picture. */
    public enum Step {
        NONE,
        UP,
        DOWN,
        REMOVE
    }
}
