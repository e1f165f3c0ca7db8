package arcade.store;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/**
 * One shop. It is made and changed as a whole by a {@link StoreSetup}; its code and its currency never change, because
 * orders and prices refer to them. Each change of what shoppers see raises its catalogue revision; nodes compare the
 * number and drop what they cached. A store is never deleted: a store without host names is closed.
 */
@Entity
@Table(name = "store")
@Cacheable(false)
public class Store {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String code;
    private String name;
    private String tagline;
    private String currency;
    private String locale;
    // Written with the delivery times; NULL while the store has none.
    @Column(name = "time_zone", insertable = false, updatable = false)
    private String timeZone;

    private String country;
    private String look;
    private String owner = "";
    private String accent = "";

    // Raised by Revisions with one UPDATE: written through here, two changes at once could count as one.
    @Column(name = "catalog_revision", updatable = false)
    private long catalogRevision = 1;

    @Version
    private long version;

    protected Store() {}

    static Store opened(StoreSetup setup) {
        Store store = new Store();
        store.code = setup.code();
        store.currency = setup.currency().getCurrencyCode();
        store.setUp(setup);
        return store;
    }

    /** @throws IllegalArgumentException the setup is another store's, or in another currency */
    void setUp(StoreSetup setup) {
        if (!code.equals(setup.code())) {
            throw new IllegalArgumentException("the setup of " + setup.code() + " is not for " + code);
        }
        if (!currency.equals(setup.currency().getCurrencyCode())) {
            throw new IllegalArgumentException("currency: the store " + code + " sells in " + currency
                    + " and cannot change to " + setup.currency());
        }
        name = setup.name();
        tagline = setup.tagline();
        locale = setup.locale().toLanguageTag();
        country = setup.country();
        look = setup.look();
        owner = setup.family().owner();
        accent = setup.accent().map(Accent::colour).orElse("");
    }

    public long id() {
        return id;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public String tagline() {
        return tagline;
    }

    public Currency currency() {
        return Currency.getInstance(currency);
    }

    public Locale locale() {
        return Locale.forLanguageTag(locale);
    }

    /** Of times that staff types and reads; UTC while nobody said. */
    public ZoneId timeZone() {
        return ZoneId.of(timeZone == null ? "UTC" : timeZone);
    }

    /** ISO 3166 code of where the store sells from. */
    public String country() {
        return country;
    }

    /** Names the store's style sheet. */
    public String look() {
        return look;
    }

    /** Whose the store is; empty: it has no sisters. */
    public String owner() {
        return owner;
    }

    /** Whether a cart may be carried from one to the other. */
    public boolean isOfTheFamily(Store other) {
        return id.equals(other.id) || !owner.isEmpty() && owner.equals(other.owner);
    }

    /** In place of the look's own. */
    public Optional<Accent> accent() {
        return Accent.isAccent(accent) ? Optional.of(new Accent(accent)) : Optional.empty();
    }

    /** As it was when the store was loaded; what is current says {@link Revisions}. */
    public long catalogRevision() {
        return catalogRevision;
    }
}
