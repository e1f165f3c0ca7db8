package arcade.web.admin.house;

import arcade.store.Accent;
import arcade.store.Family;
import arcade.store.StoreSetup;
import arcade.store.StoreSetup.Dispatch;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A shop as it is typed; its lists are {@link StoreLines}. */
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
        form.domains = StoreLines.ofNames(setup.domains(), setup.family().offered());
        form.shipping = StoreLines.ofRates(setup.shipping());
        setup.dispatch().ifPresent(leaving -> {
            form.timeZone = leaving.timeZone().getId();
            form.cutOff = leaving.cutOff().toString();
            form.handlingDays = leaving.handlingDays();
        });
        form.taxes = StoreLines.ofTaxes(setup.taxBasisPoints());
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
                StoreLines.hosts(domains),
                List.of(),
                StoreLines.rates(shipping, money),
                StoreLines.taxes(taxes),
                dispatch(),
                new Family(owner, StoreLines.offered(domains)),
                accent.isEmpty() ? Optional.empty() : Optional.of(Accent.typed(accent)));
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
