package arcade.ordering;

/**
 * Where to deliver, as typed (blanks around it and control characters left out); checked when the order is placed.
 *
 * @param country ISO 3166 code of two capital letters
 */
public record Address(String line1, String postalCode, String city, String country) {

    public Address {
        line1 = Typed.text(line1);
        postalCode = Typed.text(postalCode);
        city = Typed.text(city);
        country = Typed.text(country);
    }
}
