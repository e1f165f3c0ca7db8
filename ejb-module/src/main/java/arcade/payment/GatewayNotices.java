package arcade.payment;

import arcade.shared.Token;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The inbox for what the gateway tells us. A notice is verified, kept under its id, and makes the till look sooner;
 * nothing is believed from its body, so that order, delay and repetition of notices cannot matter.
 */
@ApplicationScoped
@Transactional
public class GatewayNotices {
    /** What became of a notice. */
    public enum Receipt {
        ACCEPTED,
        KNOWN,
        FORGED,
        UNREADABLE
    }

    /** That a refund was made is no news: the answer to our own call says so. */
    private static final Set<String> REFUND_NEWS = Set.of("refund.updated", "refund.failed", "charge.refund.updated");

    @PersistenceContext(unitName = "arcade")
    private EntityManager em;

    @Inject
    private Payments payments;

    @Inject
    private Refunds refunds;

    @Inject
    @ConfigProperty(name = "arcade.gateway.webhook.secret")
    private String secret;

    private GatewaySignature signature;

    @PostConstruct
    void readSecret() {
        signature = new GatewaySignature(secret.strip());
    }

    /**
     * @param body the bytes as they came
     * @param signed the header {@code Stripe-Signature}; null is a forgery
     */
    public Receipt receive(byte[] body, String signed) {
        if (signed == null || !signature.signs(body, signed, Instant.now())) {
            return Receipt.FORGED;
        }
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            return keep(reader.readObject());
        } catch (JsonException | ClassCastException e) {
            return Receipt.UNREADABLE;
        }
    }

    private Receipt keep(JsonObject event) {
        String id = event.getString("id", "");
        String type = event.getString("type", "");
        if (id.isEmpty() || id.length() > 255 || type.length() > 100) {
            return Receipt.UNREADABLE;
        }
        Optional<JsonObject> metadata = member(event, "data")
                .flatMap(data -> member(data, "object"))
                .flatMap(object -> member(object, "metadata"));
        int rows = em.createNativeQuery("INSERT IGNORE INTO gateway_event (event_id, type, payment_ref, received_at)"
                        + " VALUES (?, ?, ?, UTC_TIMESTAMP(6))")
                .setParameter(1, id)
                .setParameter(2, type)
                .setParameter(3, token(metadata, "payment").orElse(null))
                .executeUpdate();
        token(metadata, "order").map(Token::new).ifPresent(payments::lookNow);
        if (REFUND_NEWS.contains(type)) {
            token(metadata, "refund").map(Token::new).ifPresent(refunds::lookNow);
        }
        return rows == 1 ? Receipt.ACCEPTED : Receipt.KNOWN;
    }

    private static Optional<JsonObject> member(JsonObject object, String name) {
        JsonValue value = object.get(name);
        return value instanceof JsonObject member ? Optional.of(member) : Optional.empty();
    }

    private static Optional<String> token(Optional<JsonObject> metadata, String name) {
        return metadata.map(values -> values.get(name))
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).getString())
                .filter(Token::isToken);
    }
}
