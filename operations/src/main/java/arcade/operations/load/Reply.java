package arcade.operations.load;

import java.net.URI;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * An answer that was read to its end.
 *
 * @param uri of the request
 * @param location of a redirect
 * @param cookies whether it set one
 */
record Reply(URI uri, int status, String body, Optional<String> location, boolean cookies) {

    boolean isRedirect() {
        return status / 100 == 3 && location.isPresent();
    }

    Document page() {
        return Jsoup.parse(body, uri.toString());
    }
}
