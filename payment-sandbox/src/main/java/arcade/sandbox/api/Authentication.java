package arcade.sandbox.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/** Checks the secret key, given as Bearer token or as the user name of Basic authentication. */
final class Authentication {
    private final byte[] key;

    Authentication(String key) {
        this.key = key.getBytes(StandardCharsets.UTF_8);
    }

    /** @param header the Authorization header; null without one */
    void require(String header) {
        if (header == null) {
            throw refused("You did not provide an API key. You need to provide your API key in the Authorization"
                    + " header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').");
        }
        String given = given(header);
        if (!MessageDigest.isEqual(key, given.getBytes(StandardCharsets.UTF_8))) {
            String end = given.length() > 12 ? given.substring(given.length() - 4) : "";
            throw refused("Invalid API Key provided: ****" + end);
        }
    }

    private static String given(String header) {
        if (header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return header.substring(7).strip();
        }
        if (header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return userName(header.substring(6).strip());
        }
        return "";
    }

    private static String userName(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? pair : pair.substring(0, colon);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static ApiRefusal refused(String message) {
        return new ApiRefusal(401, "invalid_request_error", message);
    }
}
