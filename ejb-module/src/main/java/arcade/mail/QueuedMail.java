package arcade.mail;

import arcade.shared.Token;
import java.util.Optional;

/**
 * A mail that waits to be sent.
 *
 * @param event what happened, and to what: {@code order-refunded:TOKEN}
 * @param tries this one included
 */
record QueuedMail(long id, String event, String recipient, String template, Optional<Token> order, int tries) {

    /** What happened to what, without the word for it. */
    String subject() {
        return event.substring(event.indexOf(':') + 1);
    }
}
