package arcade.sandbox.card;

import arcade.sandbox.ledger.Ids;
import arcade.sandbox.ledger.Resource;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/** A card as the API shows it. What it will do when charged is known by its fingerprint. */
public final class PaymentMethod extends Resource {
    private String type;
    private Card card;
    private Map<String, Object> billingDetails;
    private String customer;
    private Map<String, String> metadata;

    private PaymentMethod() {}

    private PaymentMethod(Card card, Map<String, String> metadata, Instant now) {
        super(Ids.next("pm_"), "payment_method", now);
        this.type = "card";
        this.card = card;
        this.billingDetails = Map.of();
        this.metadata = metadata;
    }

    /** A well-known test card, valid for five years. */
    static PaymentMethod of(TestCard card, Instant now) {
        YearMonth expiry = YearMonth.from(now.atZone(ZoneOffset.UTC)).plusYears(5);
        return new PaymentMethod(Card.of(card.brand(), card.lastFour(), card.fingerprint(), expiry), Map.of(), now);
    }

    /** Card data that a shopper typed; a number that is no test card is declined when it is charged. */
    static PaymentMethod of(CardDetails details, Map<String, String> metadata, Instant now) {
        String brand = details.testCard().map(TestCard::brand).orElse("unknown");
        String fingerprint = details.testCard().map(TestCard::fingerprint).orElse("NotATestCard");
        Card card = Card.of(brand, details.lastFour(), fingerprint, details.expiry());
        return new PaymentMethod(card, metadata, now);
    }

    /** Why a charge is refused, if it is. */
    public Optional<Decline> decline() {
        Optional<TestCard> known = TestCard.byFingerprint(card.fingerprint());
        return known.isPresent() ? known.get().decline() : Optional.of(Decline.because("test_mode_live_card"));
    }

    public boolean asksForAuthentication() {
        return TestCard.byFingerprint(card.fingerprint())
                .filter(TestCard::asksForAuthentication)
                .isPresent();
    }

    public Card card() {
        return card;
    }

    /** What may be shown of a card. */
    public record Card(
            String brand, String country, int expMonth, int expYear, String fingerprint, String funding, String last4) {
        static Card of(String brand, String lastFour, String fingerprint, YearMonth expiry) {
            return new Card(brand, "US", expiry.getMonthValue(), expiry.getYear(), fingerprint, "credit", lastFour);
        }
    }
}
