package arcade.sandbox.api;

import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The bounds of an amount, in minor units, as Stripe documents them. */
public final class Money {
    public static final long MAX_AMOUNT = 99_999_999;

    private static final Map<String, Long> SMALLEST = Map.ofEntries(
            Map.entry("usd", 50L),
            Map.entry("eur", 50L),
            Map.entry("gbp", 30L),
            Map.entry("chf", 50L),
            Map.entry("cad", 50L),
            Map.entry("aud", 50L),
            Map.entry("sek", 300L),
            Map.entry("nok", 300L),
            Map.entry("dkk", 250L),
            Map.entry("pln", 200L),
            Map.entry("jpy", 50L));
    private static final Set<String> CURRENCIES = new TreeSet<>();

    static {
        Currency.getAvailableCurrencies()
                .forEach(each -> CURRENCIES.add(each.getCurrencyCode().toLowerCase(Locale.ROOT)));
    }

    private Money() {}

    /** Lower case, as Stripe writes it. */
    public static String currency(Parameters parameters) {
        String currency = parameters.required("currency").toLowerCase(Locale.ROOT);
        if (!CURRENCIES.contains(currency)) {
            throw ApiRefusal.invalid("Invalid currency: " + currency + ".").with("param", parameters.path("currency"));
        }
        return currency;
    }

    /** Refuses an amount that cannot be charged. */
    public static long chargeable(long amount, String currency, String parameter) {
        positive(amount, parameter);
        if (amount < SMALLEST.getOrDefault(currency, 1L)) {
            String message = "Amount must be at least " + SMALLEST.get(currency) + " minor units of " + currency;
            throw ApiRefusal.badParameter("amount_too_small", parameter, message);
        }
        return amount;
    }

    /** Refuses what is not from 1 to {@link #MAX_AMOUNT}. */
    public static long positive(long amount, String parameter) {
        if (amount < 1) {
            String message = "This value must be greater than or equal to 1.";
            throw ApiRefusal.badParameter("parameter_invalid_integer", parameter, message);
        }
        if (amount > MAX_AMOUNT) {
            String message = "Amount must be no more than " + MAX_AMOUNT + " minor units";
            throw ApiRefusal.badParameter("amount_too_large", parameter, message);
        }
        return amount;
    }
}
