package arcade.sandbox.payment;

import com.google.gson.annotations.SerializedName;
import java.util.Map;

/** What the shopper must do before the payment can go on: authenticate at the card's bank. */
public record NextAction(
        String type,
        Redirect redirectToUrl,
        @SerializedName("use_stripe_sdk") Map<String, String> useStripeSdk) {

    /** With an address to come back to the shopper is sent to the bank's page; without, the client library shows it. */
    static NextAction authenticate(String url, String returnUrl) {
        return returnUrl == null
                ? new NextAction("use_stripe_sdk", null, Map.of("type", "three_d_secure_redirect", "stripe_js", url))
                : new NextAction("redirect_to_url", new Redirect(returnUrl, url), null);
    }

    /** Where to go, and where to come back to. */
    public record Redirect(String returnUrl, String url) {}
}
