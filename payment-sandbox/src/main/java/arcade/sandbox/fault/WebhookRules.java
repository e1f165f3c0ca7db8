package arcade.sandbox.fault;

import com.google.gson.annotations.SerializedName;

/**
 * What may go wrong with the delivery of an event.
 *
 * @param drop how probable it is that an event is never sent
 * @param duplicate how probable it is that it is sent a second time
 * @param shuffle how probable it is that it is held back, so that later ones overtake it
 * @param delayMillis how late every event is sent
 */
public record WebhookRules(
        double drop,
        double duplicate,
        double shuffle,
        @SerializedName("delayMillis") long delayMillis) {
    static final WebhookRules NONE = new WebhookRules(0, 0, 0, 0);
}
