package arcade.ordering;

import arcade.ordering.Refusal.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a shopper typed: made tidy, and checked against what the columns of an order hold. */
public final class Typed {
    /** Characters, RFC 5321. */
    public static final int LONGEST_EMAIL = 254;

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@,;<>\"]{1,64}@[^\\s@,;<>\".]+(\\.[^\\s@,;<>\".]+)+");

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private Typed() {}

    public static String text(String typed) {
        return typed == null ? "" : CONTROL.matcher(typed).replaceAll(" ").strip();
    }

    static List<Refusal> check(Buyer buyer, Address address) {
        List<Refusal> wrong = check(buyer);
        wrong.addAll(check(address));
        return wrong;
    }

    /** Fields {@code email} and {@code name}. */
    public static List<Refusal> check(Buyer buyer) {
        List<Refusal> wrong = checkEmail(buyer.email());
        wrong.addAll(check(buyer.name()));
        return wrong;
    }

    /** Field {@code email}. */
    public static List<Refusal> checkEmail(String email) {
        List<Refusal> wrong = new ArrayList<>();
        check(wrong, "email", email, LONGEST_EMAIL);
        if (wrong.isEmpty() && !EMAIL.matcher(email).matches()) {
            wrong.add(Refusal.of(Reason.NOT_AN_EMAIL, "email", "This is not an e-mail address."));
        }
        return wrong;
    }

    /** Field {@code name}. */
    public static List<Refusal> check(String name) {
        List<Refusal> wrong = new ArrayList<>();
        check(wrong, "name", name, 200);
        return wrong;
    }

    /** Fields {@code line1}, {@code postalCode}, {@code city}, {@code country}. */
    public static List<Refusal> check(Address address) {
        List<Refusal> wrong = new ArrayList<>();
        check(wrong, "line1", address.line1(), 200);
        check(wrong, "postalCode", address.postalCode(), 20);
        check(wrong, "city", address.city(), 120);
        check(wrong, "country", address.country(), 2);
        return wrong;
    }

    static List<Refusal> check(BillingAddress billing) {
        List<Refusal> wrong = new ArrayList<>();
        Address address = billing.address();
        check(wrong, "billingName", billing.name(), 200);
        check(wrong, "billingLine1", address.line1(), 200);
        check(wrong, "billingPostalCode", address.postalCode(), 20);
        check(wrong, "billingCity", address.city(), 120);
        check(wrong, "billingCountry", address.country(), 2);
        if (wrong.stream().noneMatch(refusal -> refusal.field().equals("billingCountry"))
                && !COUNTRIES.contains(address.country())) {
            wrong.add(Refusal.of(
                    Reason.NO_SUCH_COUNTRY,
                    "billingCountry",
                    address.country() + " is no ISO 3166 code of a country."));
        }
        return wrong;
    }

    private static void check(List<Refusal> wrong, String field, String text, int most) {
        if (text.isEmpty()) {
            wrong.add(Refusal.of(Reason.MISSING, field, field + " is missing."));
        } else if (text.length() > most) {
            wrong.add(Refusal.of(Reason.TOO_LONG, field, field + " has at most " + most + " characters."));
        }
    }
}
