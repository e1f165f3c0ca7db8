package arcade.handover;

import arcade.cart.CartMerging;
import arcade.cart.StoredCart;
import arcade.catalog.Catalog;
import arcade.catalog.Offer;
import arcade.database.Transactions;
import arcade.handover.HandOverAnswer.Arrived;
import arcade.handover.HandOverAnswer.JustTaken;
import arcade.handover.HandOverAnswer.Reason;
import arcade.handover.HandOverAnswer.Refused;
import arcade.shared.Sku;
import arcade.shared.Token;
import arcade.store.Store;
import arcade.store.Stores;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Carries carts between host names of one owner. At the first name a ticket is written, good for that one other name, once and for
 * {@value #SECONDS} seconds; there the cart's lines are put into the cart of that visit, and the first cart stays as it is. So an answer
 * that is lost on the way loses no cart, and neither side ever learns the other's token.
 */
@ApplicationScoped
public class HandOvers {
    static final int SECONDS = 60;
    /** A ticket that was taken so lately was clicked twice. */
    private static final Duration DOUBLE_CLICK = Duration.ofSeconds(10);

    private static final Duration REMEMBERED = Duration.ofDays(1);
    private static final Logger LOG = Logger.getLogger(HandOvers.class.getName());

    @Inject
    private HandOverRows rows;

    @Inject
    private CartMerging merging;

    @Inject
    private Catalog catalog;

    @Inject
    private Stores stores;

    @Inject
    private Transactions transactions;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "arcade.csrf.key")
    private String key;

    private Seal seal;

    @PostConstruct
    void readKey() {
        seal = new Seal(Base64.getUrlDecoder().decode(key.strip()));
    }

    /**
     * A ticket for a cart.
     *
     * @param host the name that the shopper goes to; the caller has made sure that it is of the same owner
     */
    public String write(Store from, Token cart, String host) {
        Instant until = clock.instant().plusSeconds(SECONDS).truncatedTo(ChronoUnit.SECONDS);
        Ticket ticket = new Ticket(Token.random(), until, host);
        rows.add(ticket, from.id(), cart);
        return seal.write(ticket);
    }

    /**
     * Takes a ticket.
     *
     * @param host the name that it was brought to, a name of the store
     * @param own the cart of this visit, if it has one
     */
    public HandOverAnswer take(Store store, String host, String text, Optional<Token> own) {
        Optional<Ticket> read = seal.read(text);
        HandOverAnswer answer =
                read.map(ticket -> take(store, host, ticket, own)).orElseGet(() -> new Refused(Reason.FORGED));
        if (!(answer instanceof Arrived)) {
            String id = read.map(ticket -> ticket.id().value()).orElse("unknown");
            LOG.warning(() -> "hand-over " + id + " to " + host + " of store " + store.code() + ": " + answer);
        }
        return answer;
    }

    /** Deletes a batch of tickets that nobody will ask for again. @return how many */
    public int forget(int most) {
        return rows.deleteExpired(clock.instant().minus(REMEMBERED), most);
    }

    private HandOverAnswer take(Store store, String host, Ticket ticket, Optional<Token> own) {
        if (!ticket.host().equals(host)) {
            return new Refused(Reason.ELSEWHERE);
        }
        return transactions.run(() -> {
            Instant now = clock.instant();
            if (rows.take(ticket, now)) {
                return arrive(store, rows.find(ticket).orElseThrow(), own);
            }
            Optional<Instant> used = rows.find(ticket).flatMap(HandOverRows.Load::usedAt);
            if (used.isEmpty()) {
                return new Refused(Reason.EXPIRED);
            }
            return used.get().plus(DOUBLE_CLICK).isAfter(now) ? new JustTaken() : new Refused(Reason.USED);
        });
    }

    private HandOverAnswer arrive(Store store, HandOverRows.Load load, Optional<Token> own) {
        Store from = stores.byId(load.storeId()).orElseThrow();
        if (!store.isOfTheFamily(from)) {
            return new Refused(Reason.PARTED);
        }
        Optional<StoredCart> brought = merging.lockOpen(from, load.cart());
        List<StoredCart.Line> lines = brought.map(StoredCart::lines).orElse(List.of());
        boolean sameStore = from.id() == store.id();
        List<StoredCart.Line> sold = sameStore ? lines : sold(store, lines);
        if (sold.isEmpty()) {
            return new Arrived(Optional.empty(), lines.size());
        }
        Optional<StoredCart> present = own.flatMap(cart -> merging.lockOpen(store, cart));
        Token cart = merging.copy(store, sold, sameStore ? brought.get().coupon() : Optional.empty(), present);
        return new Arrived(Optional.of(cart), lines.size() - sold.size());
    }

    /** What the store sells of another store's lines, at its own prices. */
    private List<StoredCart.Line> sold(Store store, List<StoredCart.Line> lines) {
        Map<Sku, Offer> offers =
                catalog.offers(store, lines.stream().map(StoredCart.Line::sku).toList());
        return lines.stream()
                .filter(line -> offers.containsKey(line.sku()))
                .map(line -> new StoredCart.Line(
                        line.sku(),
                        line.quantity(),
                        offers.get(line.sku()).price().minor()))
                .toList();
    }
}
