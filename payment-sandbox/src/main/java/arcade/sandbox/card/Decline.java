package arcade.sandbox.card;

/**
 * Why a card is refused, in Stripe's words.
 *
 * @param code Stripe's error code
 * @param declineCode null where Stripe gives none
 * @param parameter the field at fault; null where none is
 */
public record Decline(String code, String declineCode, String parameter, String message) {
    static Decline because(String declineCode) {
        return new Decline("card_declined", declineCode, null, "Your card was declined.");
    }
}
