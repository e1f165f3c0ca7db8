package arcade.ordering;

/**
 * Where the bill goes, when it is not where the articles go: as typed (blanks around it and control characters left out); checked
 * when the order is placed.
 *
 * @param address in any country, also one that the store does not deliver to
 */
public record BillingAddress(String name, Address address) {

    public BillingAddress {
        name = Typed.text(name);
    }
}
