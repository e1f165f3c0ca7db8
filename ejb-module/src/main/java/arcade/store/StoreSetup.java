package arcade.store;

import arcade.shared.Money;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * All that makes a store, checked. Lists are complete: what a new setup does not name any more (a host name, a shipping
 * country, a tax rate) is taken away; categories are only added or changed, because products lie in them.
 *
 * @throws IllegalArgumentException naming the field and what is wrong with it
 */
public record StoreSetup(
        String code,
        String name,
        String tagline,
        Currency currency,
        Locale locale,
        String country,
        String look,
        List<String> domains,
        List<CategorySetup> categories,
        List<ShippingRate> shipping,
        Map<String, Integer> taxBasisPoints,
        Optional<Dispatch> dispatch,
        Family family,
        Optional<Accent> accent) {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern HANDLE = Pattern.compile("[a-z0-9][a-z0-9_-]{0,254}");
    private static final Pattern HOST =
            Pattern.compile("(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
    private static final int MOST = 500;
    private static final int MOST_DAYS = 90;

    /** Whether a store could be called that. */
    static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    /** A category that exists from the start, in the order of the list. */
    public record CategorySetup(String handle, String title, String description) {
        public CategorySetup {
            check("categories", HANDLE.matcher(handle).matches(), "not a handle (a-z, 0-9, -, _): " + handle);
            text("categories: title of " + handle, title, 1, 255);
            text("categories: description of " + handle, description, 0, 1000);
        }
    }

    /** What sending an order to a country costs; orders of at least {@code freeFrom} ship free. @param transit empty: nobody knows */
    public record ShippingRate(String country, Money amount, Optional<Money> freeFrom, Optional<Transit> transit) {
        public ShippingRate {
            check("shipping", COUNTRIES.contains(country), "not an ISO 3166 country: " + country);
            check("shipping", amount.minor() >= 0, "a negative amount for " + country);
            check("shipping", freeFrom.isEmpty() || freeFrom.get().minor() >= 0, "a negative freeFrom for " + country);
        }
    }

    /** How many working days a parcel is on its way. */
    public record Transit(int leastDays, int mostDays) {
        public Transit {
            check(
                    "shipping",
                    0 <= leastDays && leastDays <= mostDays && mostDays <= MOST_DAYS,
                    "days on the way: 0 to " + MOST_DAYS + ", the lesser number first, not: " + leastDays + " to "
                            + mostDays);
        }
    }

    /**
     * When parcels leave the house.
     *
     * @param cutOff by the clocks of the time zone: what is ordered at this time or later counts for the next working day
     * @param handlingDays working days from the order until its parcel leaves; 0: on the same day
     */
    public record Dispatch(ZoneId timeZone, LocalTime cutOff, int handlingDays) {
        public Dispatch {
            check("dispatch", 0 <= handlingDays && handlingDays <= MOST_DAYS, "handlingDays: 0 to " + MOST_DAYS);
        }

        /**
         * From words: {@code Europe/Berlin}, {@code 14:00}.
         *
         * @throws IllegalArgumentException one of them is no such thing
         */
        public static Dispatch of(String timeZone, String cutOff, int handlingDays) {
            check(
                    "dispatch",
                    ZoneId.getAvailableZoneIds().contains(timeZone),
                    "not a time zone such as Europe/Berlin: " + timeZone);
            try {
                return new Dispatch(ZoneId.of(timeZone), LocalTime.parse(cutOff), handlingDays);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("dispatch: not a time such as 14:00: " + cutOff, e);
            }
        }
    }

    public StoreSetup {
        check(
                "code",
                code != null && CODE.matcher(code).matches(),
                "1 to 40 of a-z, 0-9, -, a letter first, not: " + code);
        text("name", name, 1, 120);
        text("tagline", tagline, 0, 250);
        check("currency", currency.getDefaultFractionDigits() >= 0, "cannot be paid in: " + currency);
        check("locale", LANGUAGES.contains(locale.getLanguage()), "not a language tag: " + locale.toLanguageTag());
        check("country", COUNTRIES.contains(country), "not an ISO 3166 country: " + country);
        check("look", CODE.matcher(look).matches(), "1 to 40 of a-z, 0-9, -, a letter first, not: " + look);
        domains = distinct("domains", domains);
        domains.forEach(host ->
                check("domains", HOST.matcher(host).matches(), "not a host name (lower case, no port): " + host));
        List<String> hosts = domains;
        family.offered()
                .keySet()
                .forEach(host ->
                        check("domains", hosts.contains(host), "offered, but not a name of the store: " + host));
        categories = List.copyOf(categories);
        distinct("categories", categories.stream().map(CategorySetup::handle).toList());
        shipping = List.copyOf(shipping);
        distinct("shipping", shipping.stream().map(ShippingRate::country).toList());
        Currency mine = currency;
        shipping.forEach(rate -> check("shipping", rate.amount().currency().equals(mine), "not in " + mine));
        taxBasisPoints = Map.copyOf(taxBasisPoints);
        taxBasisPoints.forEach((land, points) -> {
            check("taxPercent", COUNTRIES.contains(land), "not an ISO 3166 country: " + land);
            check("taxPercent", points >= 0 && points <= 10_000, "0 to 100 percent for " + land);
        });
    }

    private static List<String> distinct(String field, List<String> values) {
        check(field, values.size() <= MOST, "more than " + MOST);
        Set<String> seen = new HashSet<>();
        values.forEach(value -> check(field, seen.add(value), "twice: " + value));
        return List.copyOf(values);
    }

    private static void text(String field, String text, int least, int most) {
        check(
                field,
                text != null && text.strip().length() >= least && text.length() <= most,
                least + " to " + most + " characters");
    }

    private static void check(String field, boolean right, String wrong) {
        if (!right) {
            throw new IllegalArgumentException(field + ": " + wrong);
        }
    }
}
