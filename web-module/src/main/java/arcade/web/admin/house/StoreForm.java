package arcade.web.admin.house;

import arcade.shared.Money;
import arcade.store.StoreSetup;
import arcade.store.StoreSetup.ShippingRate;
import arcade.web.admin.MoneyText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A shop as it is typed: lists are lines. Delivery: {@code DE 4.90}, or {@code DE 4.90 60} for free from 60; tax: {@code DE 19}, in
 * percent.
 */
public class StoreForm {
    private String code = "";
    private String name = "";
    private String tagline = "";
    private String currency = "EUR";
    private String locale = "en-IE";
    private String country = "DE";
    private String look = "arcade";
    private String domains = "";
    private String shipping = "DE 4.90";
    private String taxes = "DE 19";

    static StoreForm of(StoreSetup setup) {
        StoreForm form = new StoreForm();
        form.code = setup.code();
        form.name = setup.name();
        form.tagline = setup.tagline();
        form.currency = setup.currency().getCurrencyCode();
        form.locale = setup.locale().toLanguageTag();
        form.country = setup.country();
        form.look = setup.look();
        form.domains = String.join("\n", setup.domains());
        form.shipping = setup.shipping().stream().map(StoreForm::line).collect(Collectors.joining("\n"));
        form.taxes = setup.taxBasisPoints().entrySet().stream()
                .map(rate -> rate.getKey() + " "
                        + BigDecimal.valueOf(rate.getValue(), 2)
                                .stripTrailingZeros()
                                .toPlainString())
                .sorted()
                .collect(Collectors.joining("\n"));
        return form;
    }

    /** @throws IllegalArgumentException naming the field and what is wrong with it */
    StoreSetup setup() {
        Currency money = currency();
        return new StoreSetup(
                code,
                name,
                tagline,
                money,
                Locale.forLanguageTag(locale),
                country,
                look,
                lines(domains).stream()
                        .map(host -> host.toLowerCase(Locale.ROOT))
                        .toList(),
                List.of(),
                lines(shipping).stream().map(line -> rate(line, money)).toList(),
                taxes());
    }

    private Currency currency() {
        try {
            return Currency.getInstance(currency);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("currency: not an ISO 4217 code: " + currency, e);
        }
    }

    private static ShippingRate rate(String line, Currency currency) {
        List<String> parts = new ArrayList<>(Arrays.asList(line.split("\\s+")));
        if (parts.size() < 2 || parts.size() > 3) {
            throw new IllegalArgumentException("shipping: " + line);
        }
        Optional<Money> freeFrom = parts.size() == 3
                ? Optional.of(new Money(MoneyText.minor(parts.get(2), currency), currency))
                : Optional.empty();
        return new ShippingRate(parts.get(0), new Money(MoneyText.minor(parts.get(1), currency), currency), freeFrom);
    }

    private static String line(ShippingRate rate) {
        Currency currency = rate.amount().currency();
        return rate.country() + " " + MoneyText.of(rate.amount().minor(), currency)
                + rate.freeFrom()
                        .map(from -> " " + MoneyText.of(from.minor(), currency))
                        .orElse("");
    }

    private Map<String, Integer> taxes() {
        Map<String, Integer> rates = new HashMap<>();
        for (String line : lines(taxes)) {
            if (!line.matches("[A-Z]{2}\\s+[0-9]{1,3}([.,][0-9]{1,2})?")) {
                throw new IllegalArgumentException("taxPercent: " + line);
            }
            String[] parts = line.split("\\s+");
            rates.put(
                    parts[0],
                    new BigDecimal(parts[1].replace(',', '.')).movePointRight(2).intValueExact());
        }
        return rates;
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code.strip();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name.strip();
    }

    public String getTagline() {
        return tagline;
    }

    public void setTagline(String tagline) {
        this.tagline = tagline.strip();
    }

    public String getCurrency() {
        return currency;
    }

    public void setCurrency(String currency) {
        this.currency = currency.strip().toUpperCase(Locale.ROOT);
    }

    public String getLocale() {
        return locale;
    }

    public void setLocale(String locale) {
        this.locale = locale.strip();
    }

    public String getCountry() {
        return country;
    }

    public void setCountry(String country) {
        this.country = country.strip().toUpperCase(Locale.ROOT);
    }

    public String getLook() {
        return look;
    }

    public void setLook(String look) {
        this.look = look.strip();
    }

    public String getDomains() {
        return domains;
    }

    public void setDomains(String domains) {
        this.domains = domains;
    }

    public String getShipping() {
        return shipping;
    }

    public void setShipping(String shipping) {
        this.shipping = shipping;
    }

    public String getTaxes() {
        return taxes;
    }

    public void setTaxes(String taxes) {
        this.taxes = taxes;
    }
}
