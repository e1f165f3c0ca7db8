package arcade.sandbox.checkout;

import arcade.sandbox.api.ApiRefusal;
import arcade.sandbox.api.Metadata;
import arcade.sandbox.api.Parameters;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * What a session is made with, apart from what it sells.
 *
 * @param expiresAt unix seconds, from 30 minutes to 24 hours ahead
 * @param merchant what the shopper reads: the given display name, or the host the shopper comes back to
 */
record SessionTerms(
        String successUrl,
        String cancelUrl,
        String clientReferenceId,
        String customer,
        String customerEmail,
        long expiresAt,
        String locale,
        String merchant,
        Map<String, String> metadata) {
    private static final Duration SHORTEST = Duration.ofMinutes(30);
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final int MAX_REFERENCE_LENGTH = 200;

    static SessionTerms of(Parameters parameters, Instant now) {
        parameters.required("mode");
        parameters.choice("mode", Set.of("payment"));
        parameters.choice("ui_mode", Set.of("hosted", "hosted_page"));
        URI success = address(parameters, "success_url", parameters.required("success_url"));
        parameters.text("cancel_url").ifPresent(url -> address(parameters, "cancel_url", url));
        String reference = parameters.text("client_reference_id").orElse(null);
        if (reference != null && reference.length() > MAX_REFERENCE_LENGTH) {
            throw ApiRefusal.invalid("client_reference_id can be at most 200 characters long")
                    .with("param", "client_reference_id");
        }
        return new SessionTerms(
                parameters.required("success_url"),
                parameters.text("cancel_url").orElse(null),
                reference,
                parameters.text("customer").orElse(null),
                parameters.text("customer_email").orElse(null),
                expiry(parameters, now),
                parameters.text("locale").orElse(null),
                parameters.nested("branding_settings").text("display_name").orElse(success.getHost()),
                Metadata.of(parameters));
    }

    private static URI address(Parameters parameters, String name, String url) {
        try {
            URI address = new URI(url.replace("{CHECKOUT_SESSION_ID}", "cs_test"));
            boolean isWeb = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            if (isWeb && address.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw notAnAddress(parameters, name);
        }
        throw notAnAddress(parameters, name);
    }

    private static ApiRefusal notAnAddress(Parameters parameters, String name) {
        return ApiRefusal.badParameter("url_invalid", parameters.path(name), "Not a valid URL");
    }

    private static long expiry(Parameters parameters, Instant now) {
        long expiresAt = parameters.whole("expires_at").orElse(now.plus(LONGEST).getEpochSecond());
        boolean tooSoon = expiresAt < now.plus(SHORTEST).getEpochSecond();
        if (tooSoon || expiresAt > now.plus(LONGEST).getEpochSecond()) {
            String message = "The `expires_at` timestamp must be "
                    + (tooSoon ? "at least 30 minutes" : "less than 24 hours") + " from Checkout Session creation.";
            throw ApiRefusal.invalid(message).with("param", "expires_at");
        }
        return expiresAt;
    }
}
