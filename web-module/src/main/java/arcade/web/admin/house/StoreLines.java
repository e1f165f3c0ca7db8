package arcade.web.admin.house;

import arcade.shared.Money;
import arcade.store.StoreSetup.ShippingRate;
import arcade.store.StoreSetup.Transit;
import arcade.web.admin.MoneyText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a shop has several of, a line each. Names: {@code shop.example}, or {@code shop.example Deutschland} for one that shoppers of
 * the owner's other names are offered. Delivery: {@code DE 4.90}, or {@code DE 4.90 60} for free from 60, and {@code 1-3} after that
 * for one to three working days on the way. Tax: {@code DE 19}, in percent. What is no such line is an
 * {@link IllegalArgumentException} that names its field.
 */
final class StoreLines {
    private StoreLines() {}

    static String ofNames(Collection<String> hosts, Map<String, String> offered) {
        return hosts.stream()
                .map(host -> (host + " " + offered.getOrDefault(host, "")).strip())
                .collect(Collectors.joining("\n"));
    }

    static List<String> hosts(String text) {
        return lines(text).stream().map(StoreLines::host).toList();
    }

    private static String host(String line) {
        return line.split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
    }

    /** The rest of a name's line is what shoppers read of it. */
    static Map<String, String> offered(String text) {
        Map<String, String> labels = new HashMap<>();
        for (String line : lines(text)) {
            String[] parts = line.split("\\s+", 2);
            if (parts.length == 2) {
                labels.put(host(line), parts[1]);
            }
        }
        return labels;
    }

    static String ofRates(List<ShippingRate> rates) {
        return rates.stream().map(StoreLines::line).collect(Collectors.joining("\n"));
    }

    static List<ShippingRate> rates(String text, Currency currency) {
        return lines(text).stream().map(line -> rate(line, currency)).toList();
    }

    private static ShippingRate rate(String line, Currency currency) {
        List<String> parts = new ArrayList<>(Arrays.asList(line.split("\\s+")));
        Optional<Transit> transit = transit(parts.get(parts.size() - 1));
        if (transit.isPresent()) {
            parts.remove(parts.size() - 1);
        }
        if (parts.size() < 2 || parts.size() > 3) {
            throw new IllegalArgumentException("shipping: " + line);
        }
        Optional<Money> freeFrom = parts.size() == 3
                ? Optional.of(new Money(MoneyText.minor(parts.get(2), currency), currency))
                : Optional.empty();
        return new ShippingRate(
                parts.get(0), new Money(MoneyText.minor(parts.get(1), currency), currency), freeFrom, transit);
    }

    private static Optional<Transit> transit(String part) {
        if (!part.matches("[0-9]{1,2}-[0-9]{1,2}")) {
            return Optional.empty();
        }
        String[] days = part.split("-");
        return Optional.of(new Transit(Integer.parseInt(days[0]), Integer.parseInt(days[1])));
    }

    private static String line(ShippingRate rate) {
        Currency currency = rate.amount().currency();
        return rate.country() + " " + MoneyText.of(rate.amount().minor(), currency)
                + rate.freeFrom()
                        .map(from -> " " + MoneyText.of(from.minor(), currency))
                        .orElse("")
                + rate.transit()
                        .map(days -> " " + days.leastDays() + "-" + days.mostDays())
                        .orElse("");
    }

    static String ofTaxes(Map<String, Integer> basisPoints) {
        return basisPoints.entrySet().stream()
                .map(rate -> rate.getKey() + " "
                        + BigDecimal.valueOf(rate.getValue(), 2)
                                .stripTrailingZeros()
                                .toPlainString())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    /** @return basis points by country */
    static Map<String, Integer> taxes(String text) {
        Map<String, Integer> rates = new HashMap<>();
        for (String line : lines(text)) {
            if (!line.matches("[A-Z]{2}\\s+[0-9]{1,3}([.,][0-9]{1,2})?")) {
                throw new IllegalArgumentException("taxPercent: " + line);
            }
            String[] parts = line.split("\\s+");
            int points =
                    new BigDecimal(parts[1].replace(',', '.')).movePointRight(2).intValueExact();
            if (rates.put(parts[0], points) != null) {
                throw new IllegalArgumentException("taxPercent: twice: " + parts[0]);
            }
        }
        return rates;
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
