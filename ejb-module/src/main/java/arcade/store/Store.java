package arcade.store;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Currency;
import java.util.Locale;

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
    private String country;
    private String look;

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

    /** ISO 3166 code of where the store sells from. */
    public String country() {
        return country;
    }

    /** Names the store's style sheet. */
    public String look() {
        return look;
    }

    /** As it was when the store was loaded; what is current says {@link Revisions}. */
    public long catalogRevision() {
        return catalogRevision;
    }
}
