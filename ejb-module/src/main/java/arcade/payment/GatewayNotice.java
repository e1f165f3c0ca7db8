package arcade.payment;

import arcade.shared.Token;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An event as the gateway tells it, as far as it says where to look: never how it stands.
 *
 * @param id the gateway's name of the event
 * @param payment the payment that its metadata names; empty: it names none
 * @param refund the refund of ours that its metadata names; empty: it names none
 * @param intent the gateway's intent that it speaks of, if it does
 */
record GatewayNotice(String id, String type, Optional<Token> payment, Optional<Token> refund, Optional<String> intent) {
    /** That a refund was made is no news: the answer to our own call says so. */
    private static final Set<String> REFUND_NEWS = Set.of("refund.updated", "refund.failed", "charge.refund.updated");

    private static final Pattern ID = Pattern.compile("[!-~]{1,255}");
    private static final Pattern TYPE = Pattern.compile("[a-z0-9_.]{1,100}");

    /** Empty for what is no event. */
    static Optional<GatewayNotice> read(byte[] body) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            JsonObject event = reader.readObject();
            String id = text(event, "id").orElse("");
            String type = text(event, "type").orElse("");
            if (!ID.matcher(id).matches() || !TYPE.matcher(type).matches()) {
                return Optional.empty();
            }
            Optional<JsonObject> object = member(event, "data").flatMap(data -> member(data, "object"));
            return Optional.of(new GatewayNotice(
                    id,
                    type,
                    object.flatMap(GatewayNotice::paymentOf),
                    object.flatMap(about -> member(about, "metadata")).flatMap(metadata -> token(metadata, "refund")),
                    object.flatMap(GatewayNotice::intentOf).filter(ID.asMatchPredicate())));
        } catch (RuntimeException e) {
            // The reader has no common exception: what is nested too deep throws a plain one.
            return Optional.empty();
        }
    }

    /** The refund that the till should ask about, if this is of a kind that tells something new of one. */
    Optional<Token> refundWithNews() {
        return refund.filter(named -> REFUND_NEWS.contains(type));
    }

    /**
     * Whether it may tell what the payment's row does not. Most notices are the echo of what the till did itself: asking again for
     * each of them would double its calls.
     */
    boolean isNewsTo(PaymentState state) {
        boolean letGo = type.equals("checkout.session.expired")
                || type.equals("payment_intent.canceled")
                // So the gateway also calls a hold that was let go.
                || type.equals("charge.refunded");
        return switch (state) {
            case AUTHORIZED, CAPTURING, CAPTURED -> !type.equals("checkout.session.completed");
            case VOIDING, VOIDED, ABANDONED, EXPIRED, CAPTURE_FAILED -> !letGo;
            case REQUESTED,
                    AUTHORIZING,
                    REQUIRES_ACTION,
                    DECLINED,
                    UNKNOWN_AUTHORIZATION,
                    UNKNOWN_CAPTURE,
                    UNKNOWN_VOID -> true;
        };
    }

    /** The account may be shared: only metadata of our form names a payment. */
    private static Optional<Token> paymentOf(JsonObject object) {
        return member(object, "metadata")
                .filter(metadata -> token(metadata, "order").isPresent())
                .flatMap(metadata -> token(metadata, "payment"));
    }

    /** An event is about an intent, or about what has one: a session, a charge, a refund, a dispute. */
    private static Optional<String> intentOf(JsonObject object) {
        boolean intent = text(object, "object").filter("payment_intent"::equals).isPresent();
        return text(object, intent ? "id" : "payment_intent");
    }

    private static Optional<JsonObject> member(JsonObject object, String name) {
        JsonValue value = object.get(name);
        return value instanceof JsonObject member ? Optional.of(member) : Optional.empty();
    }

    private static Optional<Token> token(JsonObject metadata, String name) {
        return text(metadata, name).filter(Token::isToken).map(Token::new);
    }

    private static Optional<String> text(JsonObject object, String name) {
        JsonValue value = object.get(name);
        return value instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }
}
