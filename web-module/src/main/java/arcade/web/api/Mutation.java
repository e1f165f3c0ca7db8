package arcade.web.api;

import arcade.shared.Sha256;
import arcade.store.Store;
import arcade.web.request.Body;
import arcade.web.request.IdempotencyKey;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.InputStream;
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
        return new Sha256().with(call).with("\n").with(body).hex();
    }

    /** A checkout key made of the request's key; the same for the same request, for ever. */
    String checkoutKey() {
        return Sha256.of(key.orElseThrow());
    }
}
