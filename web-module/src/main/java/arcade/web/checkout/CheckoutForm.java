package arcade.web.checkout;

import arcade.ordering.Address;
import arcade.ordering.Buyer;
import arcade.ordering.Refusal;
import arcade.shared.Wording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was typed at the checkout, and what is wrong with it.
 *
 * @param key makes the order unique: made when the page is first shown, kept over every correction
 * @param cart token of the cart the page was made for, so that a repeated form finds the order that cart became
 * @param errors by field, in the order of the page
 */
public record CheckoutForm(String key, String cart, Buyer buyer, Address address, Map<String, String> errors) {
    /** In the order of the page. */
    private static final List<String> FIELDS = List.of("email", "name", "line1", "postalCode", "city", "country");

    static CheckoutForm empty(String key, String cart, String country) {
        return new CheckoutForm(key, cart, new Buyer("", ""), new Address("", "", "", country), Map.of());
    }

    public boolean isWrong(String field) {
        return errors.containsKey(field);
    }

    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    /** The form with a sentence beside each field that was refused. */
    CheckoutForm with(List<Refusal> refusals, Wording words) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String field : FIELDS) {
            refusals.stream()
                    .filter(refusal -> refusal.field().equals(field))
                    .findFirst()
                    .ifPresent(refusal -> texts.put(field, sentence(refusal, words)));
        }
        return new CheckoutForm(key, cart, buyer, address, texts);
    }

    private static String sentence(Refusal refusal, Wording words) {
        return switch (refusal.reason()) {
            case MISSING -> words.say("wrong.missing", words.say("field." + refusal.field()));
            case TOO_LONG -> words.say("wrong.long", words.say("field." + refusal.field()));
            case NOT_AN_EMAIL -> words.say("wrong.email");
            case NO_DELIVERY -> words.say("wrong.country");
            default -> throw new IllegalArgumentException("not about a field: " + refusal);
        };
    }
}
