package arcade.web.media;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MediaServletTest {
    private static final String TAG = "\"abc.svg\"";

    @Test
    void aKnownPictureIsNotSentAgain() {
        assertTrue(MediaServlet.matches(TAG, TAG));
        assertTrue(MediaServlet.matches("W/" + TAG, TAG));
        assertTrue(MediaServlet.matches("\"other\", " + TAG, TAG));
        assertFalse(MediaServlet.matches("\"other\"", TAG));
        assertFalse(MediaServlet.matches(null, TAG));
    }
}
