package arcade.sandbox.card;

import java.util.Arrays;
import java.util.Optional;

/** Stripe's test cards that the gateway knows, each with what it does when it is charged. */
public enum TestCard {
    VISA("4242424242424242", "visa", "pm_card_visa"),
    VISA_DEBIT("4000056655665556", "visa", "pm_card_visa_debit"),
    MASTERCARD("5555555555554444", "mastercard", "pm_card_mastercard"),
    AMEX("378282246310005", "amex", "pm_card_amex"),
    DECLINED("4000000000000002", "pm_card_chargeDeclined", Decline.because("generic_decline")),
    INSUFFICIENT_FUNDS(
            "4000000000009995",
            "pm_card_chargeDeclinedInsufficientFunds",
            new Decline("card_declined", "insufficient_funds", null, "Your card has insufficient funds.")),
    LOST("4000000000009987", "pm_card_chargeDeclinedLostCard", Decline.because("lost_card")),
    STOLEN("4000000000009979", "pm_card_chargeDeclinedStolenCard", Decline.because("stolen_card")),
    EXPIRED(
            "4000000000000069",
            "pm_card_chargeDeclinedExpiredCard",
            new Decline("expired_card", "expired_card", "exp_month", "Your card has expired.")),
    WRONG_CVC(
            "4000000000000127",
            "pm_card_chargeDeclinedIncorrectCvc",
            new Decline("incorrect_cvc", "incorrect_cvc", "cvc", "Your card's security code is incorrect.")),
    PROCESSING_ERROR(
            "4000000000000119",
            "pm_card_chargeDeclinedProcessingError",
            new Decline(
                    "processing_error",
                    "processing_error",
                    null,
                    "An error occurred while processing your card. Try again in a little bit.")),
    ASKS_3D_SECURE("4000002760003184", "visa", "pm_card_authenticationRequired");

    private final String number;
    private final String brand;
    private final String method;
    private final Decline decline;
    private final String lastFour;
    private final String fingerprint;

    TestCard(String number, String brand, String method) {
        this(number, brand, method, null);
    }

    TestCard(String number, String method, Decline decline) {
        this(number, "visa", method, decline);
    }

    TestCard(String number, String brand, String method, Decline decline) {
        this.number = number;
        this.brand = brand;
        this.method = method;
        this.decline = decline;
        this.lastFour = number.substring(number.length() - 4);
        this.fingerprint = String.format("Test%012d", ordinal() + 1L);
    }

    static Optional<TestCard> byNumber(String number) {
        return Arrays.stream(values())
                .filter(card -> card.number.equals(number))
                .findFirst();
    }

    /** The card of a well-known payment method id; {@code pm_card_visa_chargeDeclined} is {@code pm_card_chargeDeclined}. */
    static Optional<TestCard> byMethod(String id) {
        String plain = id.replace("pm_card_visa_charge", "pm_card_charge");
        return Arrays.stream(values()).filter(card -> card.method.equals(plain)).findFirst();
    }

    static Optional<TestCard> byFingerprint(String fingerprint) {
        return Arrays.stream(values())
                .filter(card -> card.fingerprint().equals(fingerprint))
                .findFirst();
    }

    public Optional<Decline> decline() {
        return Optional.ofNullable(decline);
    }

    public boolean asksForAuthentication() {
        return this == ASKS_3D_SECURE;
    }

    String brand() {
        return brand;
    }

    String lastFour() {
        return lastFour;
    }

    /** The same for the same number, and says nothing about it. */
    String fingerprint() {
        return fingerprint;
    }
}
