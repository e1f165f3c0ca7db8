package arcade.web.admin.house;

import arcade.shared.Money;
import arcade.store.Accent;
import arcade.store.Family;
import arcade.store.StoreSetup;
import arcade.store.StoreSetup.Dispatch;
import arcade.store.StoreSetup.ShippingRate;
import arcade.store.StoreSetup.Transit;
import arcade.web.admin.MoneyText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A shop as it is typed: lists are lines. Names: {@code shop.example}, or {@code shop.example Deutschland} for one that shoppers of the
 * owner's other names are offered. Delivery: {@code DE 4.90}, or {@code DE 4.90 60} for free from 60, and {@code 1-3} after that for
 * one to three working days on the way; tax: {@code DE 19}, in percent.
 */
public class StoreForm {
    private static final String USUAL_CUT_OFF = "14:00";

    private String code = "";
    private String name = "";
    private String tagline = "";
    private String currency = "EUR";
    private String locale = "en-IE";
    private String country = "DE";
    private String look = "arcade";
    private String owner = "";
    private String accent = "";
    private String domains = "";
    private String shipping = "DE 4.90";
    private String taxes = "DE 19";
    private String timeZone = "";
    private String cutOff = USUAL_CUT_OFF;
    private int handlingDays;

    static StoreForm of(StoreSetup setup) {
        StoreForm form = new StoreForm();
        form.code = setup.code();
        form.name = setup.name();
        form.tagline = setup.tagline();
        form.currency = setup.currency().getCurrencyCode();
        form.locale = setup.locale().toLanguageTag();
        form.country = setup.country();
        form.look = setup.look();
        form.owner = setup.family().owner();
        form.accent = setup.accent().map(Accent::colour).orElse("");
        form.domains = setup.domains().stream()
                .map(host -> (host + " " + setup.family().offered().getOrDefault(host, "")).strip())
                .collect(Collectors.joining("\n"));
        form.shipping = setup.shipping().stream().map(StoreForm::line).collect(Collectors.joining("\n"));
        setup.dispatch().ifPresent(leaving -> {
            form.timeZone = leaving.timeZone().getId();
            form.cutOff = leaving.cutOff().toString();
            form.handlingDays = leaving.handlingDays();
        });
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
                language(),
                country,
                look,
                lines(domains).stream().map(StoreForm::host).toList(),
                List.of(),
                lines(shipping).stream().map(line -> rate(line, money)).toList(),
                taxes(),
                dispatch(),
                new Family(owner, offered()),
                accent.isEmpty() ? Optional.empty() : Optional.of(Accent.typed(accent)));
    }

    private static String host(String line) {
        return line.split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
    }

    /** The rest of a name's line is what shoppers read of it. */
    private Map<String, String> offered() {
        Map<String, String> labels = new HashMap<>();
        for (String line : lines(domains)) {
            String[] parts = line.split("\\s+", 2);
            if (parts.length == 2) {
                labels.put(host(line), parts[1]);
            }
        }
        return labels;
    }

    /** A tag with a slip of the keyboard would otherwise hold as far as it can be read. */
    private Locale language() {
        try {
            return new Locale.Builder().setLanguageTag(locale).build();
        } catch (IllformedLocaleException e) {
            throw new IllegalArgumentException("locale: not a language tag such as de-DE: " + locale, e);
        }
    }

    private Optional<Dispatch> dispatch() {
        if (!timeZone.isEmpty()) {
            return Optional.of(Dispatch.of(timeZone, cutOff, handlingDays));
        }
        if (handlingDays != 0 || !cutOff.isEmpty() && !cutOff.equals(USUAL_CUT_OFF)) {
            throw new IllegalArgumentException("dispatch: " + cutOff + ", " + handlingDays
                    + " working days: of which time zone? Without one leave them at " + USUAL_CUT_OFF + " and 0");
        }
        return Optional.empty();
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

    private Map<String, Integer> taxes() {
        Map<String, Integer> rates = new HashMap<>();
        for (String line : lines(taxes)) {
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

    public String getOwner() {
        return owner;
    }

    public void setOwner(String owner) {
        this.owner = owner.strip().toLowerCase(Locale.ROOT);
    }

    public String getAccent() {
        return accent;
    }

    public void setAccent(String accent) {
        this.accent = accent.strip();
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

    public String getTimeZone() {
        return timeZone;
    }

    public void setTimeZone(String timeZone) {
        this.timeZone = timeZone.strip();
    }

    public String getCutOff() {
        return cutOff;
    }

    public void setCutOff(String cutOff) {
        this.cutOff = cutOff.strip();
    }

    public int getHandlingDays() {
        return handlingDays;
    }

    public void setHandlingDays(int handlingDays) {
        this.handlingDays = handlingDays;
    }

    public String getTaxes() {
        return taxes;
    }

    public void setTaxes(String taxes) {
        this.taxes = taxes;
    }
}
