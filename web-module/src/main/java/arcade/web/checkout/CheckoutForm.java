package arcade.web.checkout;

import arcade.customer.Customer;
import arcade.customer.CustomerAddress;
import arcade.ordering.Address;
import arcade.ordering.BillingAddress;
import arcade.ordering.Buyer;
import arcade.ordering.Refusal;
import arcade.shared.Wording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What was typed at the checkout, and what is wrong with it.
 *
 * @param key makes the order unique: made when the page is first shown, kept over every correction
 * @param cart token of the cart the page was made for, so that a repeated form finds the order that cart became
 * @param billing blank but for its country: the bill goes where the articles go
 * @param coupon typed, but not yet on the cart
 * @param errors by field, in the order of the page
 */
public record CheckoutForm(
        String key,
        String cart,
        Buyer buyer,
        Address address,
        BillingAddress billing,
        String coupon,
        Map<String, String> errors) {
    static final String COUPON = "coupon";
    private static final String BILLING = "billing";

    /** In the order of the page. */
    private static final List<String> FIELDS = List.of(
            "email",
            "name",
            "line1",
            "postalCode",
            "city",
            "country",
            "billingName",
            "billingLine1",
            "billingPostalCode",
            "billingCity",
            "billingCountry");

    static CheckoutForm empty(String key, String cart, String country) {
        Address nowhere = new Address("", "", "", country);
        return new CheckoutForm(key, cart, new Buyer("", ""), nowhere, new BillingAddress("", nowhere), "", Map.of());
    }

    /** @param field its text, without spaces around it */
    static CheckoutForm typed(UnaryOperator<String> field) {
        return new CheckoutForm(
                field.apply("key"),
                field.apply("cart"),
                new Buyer(field.apply("email"), field.apply("name")),
                new Address(
                        field.apply("line1"), field.apply("postalCode"), field.apply("city"), field.apply("country")),
                new BillingAddress(
                        field.apply("billingName"),
                        new Address(
                                field.apply("billingLine1"),
                                field.apply("billingPostalCode"),
                                field.apply("billingCity"),
                                field.apply("billingCountry"))),
                field.apply(COUPON),
                Map.of());
    }

    /** For a customer, with what is known of him. */
    CheckoutForm filled(Customer customer, Optional<CustomerAddress> usual) {
        String name = usual.map(CustomerAddress::name).orElseGet(customer::name);
        return new CheckoutForm(
                key,
                cart,
                new Buyer(customer.email(), name),
                usual.map(CustomerAddress::address).orElse(address),
                billing,
                coupon,
                errors);
    }

    public boolean isWrong(String field) {
        return errors.containsKey(field);
    }

    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    /** Whether the folded part of the page is shown unfolded. */
    public boolean isBilledElsewhere() {
        return otherBilling().isPresent() || errors.keySet().stream().anyMatch(field -> field.startsWith(BILLING));
    }

    /** What the bill needs when any of it was typed; the country is chosen beforehand and says nothing. */
    Optional<BillingAddress> otherBilling() {
        Address address = billing.address();
        return Stream.of(billing.name(), address.line1(), address.postalCode(), address.city())
                        .allMatch(String::isEmpty)
                ? Optional.empty()
                : Optional.of(billing);
    }

    /** For prices: some promotions are used up by one buyer. */
    Optional<String> email() {
        return Optional.of(buyer.email()).filter(email -> !email.isEmpty());
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
        return new CheckoutForm(key, cart, buyer, address, billing, coupon, texts);
    }

    /** The form for another cart: the one that it was made for is gone. */
    CheckoutForm withCart(String present) {
        return new CheckoutForm(key, present, buyer, address, billing, coupon, errors);
    }

    /** The form when its coupon is on the cart, or was not taken for this reason. */
    CheckoutForm withCoupon(Optional<String> wrong) {
        return new CheckoutForm(
                key,
                cart,
                buyer,
                address,
                billing,
                wrong.isPresent() ? coupon : "",
                wrong.map(why -> Map.of(COUPON, why)).orElse(Map.of()));
    }

    private static String sentence(Refusal refusal, Wording words) {
        return switch (refusal.reason()) {
            case MISSING, NO_SUCH_COUNTRY -> words.say("wrong.missing", words.say("field." + refusal.field()));
            case TOO_LONG -> words.say("wrong.long", words.say("field." + refusal.field()));
            case NOT_AN_EMAIL -> words.say("wrong.email");
            case NO_DELIVERY -> words.say("wrong.country");
            default -> throw new IllegalArgumentException("not about a field: " + refusal);
        };
    }
}
