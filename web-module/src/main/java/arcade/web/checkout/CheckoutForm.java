package arcade.web.checkout;

import arcade.ordering.Address;
import arcade.ordering.Buyer;
import arcade.ordering.Refusal;
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
    private static final Map<String, String> NAMES = names();

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
    CheckoutForm with(List<Refusal> refusals) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String field : NAMES.keySet()) {
            refusals.stream()
                    .filter(refusal -> refusal.field().equals(field))
                    .findFirst()
                    .ifPresent(refusal -> texts.put(field, sentence(refusal)));
        }
        return new CheckoutForm(key, cart, buyer, address, texts);
    }

    private static String sentence(Refusal refusal) {
        return switch (refusal.reason()) {
            case MISSING -> "Please enter " + NAMES.get(refusal.field()) + ".";
            case TOO_LONG -> "This is too long for " + NAMES.get(refusal.field()) + ".";
            case NOT_AN_EMAIL -> "This does not look like an e-mail address, for example name@example.com.";
            case NO_DELIVERY -> "We do not deliver to this country yet.";
            default -> throw new IllegalArgumentException("not about a field: " + refusal);
        };
    }

    private static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("email", "your e-mail address");
        names.put("name", "your name");
        names.put("line1", "street and number");
        names.put("postalCode", "the postal code");
        names.put("city", "the town or city");
        names.put("country", "the country");
        return names;
    }
}
