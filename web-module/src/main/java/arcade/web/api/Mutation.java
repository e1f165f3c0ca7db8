package arcade.web.api;

import arcade.store.Store;
import arcade.web.problem.Problem;
import arcade.web.problem.ProblemException;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A request that changes something, as far as it decides whether another one is the same.
 *
 * @param key the client's {@code Idempotency-Key}
 * @param call method and path
 */
record Mutation(Store store, Optional<String> key, String call, byte[] body) {
    static final String HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[!-~]{1,128}");

    /** @param mostBytes a longer body is refused unread */
    static Mutation of(ContainerRequestContext request, InputStream body, int mostBytes) {
        Optional<String> key = Optional.ofNullable(request.getHeaderString(HEADER));
        if (key.isPresent() && !KEY.matcher(key.get()).matches()) {
            throw refused("The header " + HEADER + " has 1 to 128 visible ASCII characters; a UUID is good.");
        }
        String call = request.getMethod() + " " + request.getUriInfo().getPath();
        return new Mutation(StoreOfHost.store(request), key, call, bytes(body, mostBytes));
    }

    Mutation requireKey() {
        if (key.isEmpty()) {
            throw refused(
                    "This request needs the header " + HEADER + ", so that it can be repeated safely; a UUID is good.");
        }
        return this;
    }

    Body json() {
        return Body.parse(body);
    }

    /** SHA-256, in hexadecimal digits, of all that makes two requests the same. */
    String hash() {
        return sha256(call.getBytes(StandardCharsets.UTF_8), new byte[] {'\n'}, body);
    }

    /** A checkout key made of the request's key; the same for the same request, for ever. */
    String checkoutKey() {
        return sha256(key.orElseThrow().getBytes(StandardCharsets.US_ASCII));
    }

    private static String sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] bytes(InputStream body, int most) {
        try {
            byte[] bytes = body == null ? new byte[0] : body.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new ProblemException(Problem.of(
                        413, "body-too-large", "Body too large", "A body here has at most " + most + " bytes."));
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("the client went away", e);
        }
    }

    private static ProblemException refused(String detail) {
        return new ProblemException(Problem.of(400, "idempotency-key", "Idempotency key missing or wrong", detail));
    }
}
