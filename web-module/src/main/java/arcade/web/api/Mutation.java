package arcade.web.api;

import arcade.store.Store;
import arcade.web.request.Body;
import arcade.web.request.IdempotencyKey;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A request that changes something, as far as it decides whether another one is the same.
 *
 * @param key the client's {@code Idempotency-Key}
 * @param call method and path
 */
record Mutation(Store store, Optional<String> key, String call, byte[] body) {
    /** @param mostBytes a longer body is refused unread */
    static Mutation of(ContainerRequestContext request, InputStream body, int mostBytes) {
        String call = request.getMethod() + " " + request.getUriInfo().getPath();
        return new Mutation(StoreOfHost.store(request), IdempotencyKey.of(request), call, Body.bytes(body, mostBytes));
    }

    Mutation requireKey() {
        IdempotencyKey.require(key);
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
}
