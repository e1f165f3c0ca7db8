package arcade.handover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.cart.CartView;
import arcade.cart.Carts;
import arcade.handover.HandOverAnswer.Arrived;
import arcade.handover.HandOverAnswer.JustTaken;
import arcade.handover.HandOverAnswer.Reason;
import arcade.handover.HandOverAnswer.Refused;
import arcade.shared.Token;
import arcade.store.Store;
import arcade.store.Stores;
import arcade.testing.DomainRelease;
import arcade.testing.Shopfloor;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One shopper, two host names of one owner: what was chosen under the one is there under the other. */
@ExtendWith(ArquillianExtension.class)
class CarryingACartIT {
    private static final String THERE = "there.example";
    private static final Optional<Token> NONE = Optional.empty();

    @Deployment
    static WebArchive release() {
        return DomainRelease.war();
    }

    @Inject
    private Shopfloor floor;

    @Inject
    private HandOvers handOvers;

    @Inject
    private Carts carts;

    @Inject
    private Stores stores;

    private Store here;
    private Store sister;

    @BeforeEach
    void openStores() {
        Store first = floor.offer(floor.offer(floor.openStore(), "MUG", 1250), "TEA", 500);
        Store second = floor.offer(floor.offer(floor.openStore(), "MUG", 990), "JAR", 700);
        here = owned(first, first.code());
        sister = owned(second, first.code());
    }

    @Test
    void allOfItComesAlongUnderAnotherNameOfTheStoreAndItsTokenDoesNot() {
        Token cart = floor.cartWith(here, "MUG", 2);
        carts.add(here, cart, "TEA", 1);
        floor.change("UPDATE cart SET coupon = 'HELLO' WHERE token = ?", cart.value());

        Token there = arrived(handOvers.take(here, THERE, handOvers.write(here, cart, THERE), NONE));

        assertNotEquals(cart, there);
        assertEquals("{MUG=2, TEA=1}", contents(here, there));
        assertEquals(1, floor.number("SELECT COUNT(*) FROM cart WHERE token = ? AND coupon = 'HELLO'", there.value()));
        assertEquals("{MUG=2, TEA=1}", contents(here, cart));
    }

    @Test
    void whatIsInBothIsWantedOnceHoweverOftenOneGoesToAndFro() {
        Token cart = floor.cartWith(here, "MUG", 2);
        Token own = floor.cartWith(here, "MUG", 3);
        carts.add(here, own, "TEA", 1);

        assertEquals(own, arrived(handOvers.take(here, THERE, handOvers.write(here, cart, THERE), Optional.of(own))));
        assertEquals("{MUG=3, TEA=1}", contents(here, own));

        assertEquals(
                cart,
                arrived(handOvers.take(
                        here, "back.example", handOvers.write(here, own, "back.example"), Optional.of(cart))));
        arrived(handOvers.take(here, THERE, handOvers.write(here, cart, THERE), Optional.of(own)));
        assertEquals("{MUG=3, TEA=1}", contents(here, own));
    }

    @Test
    void aSisterTakesWhatSheSellsAtHerOwnPrice() {
        Token cart = floor.cartWith(here, "MUG", 2);
        carts.add(here, cart, "TEA", 1);
        floor.change("UPDATE cart SET coupon = 'HELLO' WHERE token = ?", cart.value());

        Arrived answer = (Arrived) handOvers.take(sister, THERE, handOvers.write(here, cart, THERE), NONE);

        assertEquals(1, answer.left());
        assertEquals("{MUG=2}", contents(sister, answer.cart().orElseThrow()));
        assertEquals(
                1,
                floor.number(
                        "SELECT COUNT(*) FROM cart c JOIN cart_line l ON l.cart_id = c.id"
                                + " WHERE c.token = ? AND c.coupon IS NULL AND l.seen_minor = 990",
                        answer.cart().orElseThrow().value()));
    }

    @Test
    void twoClicksAtOnceTakeItOnce() throws Exception {
        Token cart = floor.cartWith(here, "MUG", 2);
        String ticket = handOvers.write(here, cart, THERE);
        long before = floor.number("SELECT COUNT(*) FROM cart");

        List<HandOverAnswer> answers = floor.atOnce(6, () -> handOvers.take(here, THERE, ticket, NONE));

        assertEquals(1, answers.stream().filter(Arrived.class::isInstance).count(), answers.toString());
        assertEquals(5, answers.stream().filter(JustTaken.class::isInstance).count(), answers.toString());
        assertEquals(before + 1, floor.number("SELECT COUNT(*) FROM cart"));
    }

    @Test
    void aTicketThatWasUsedIsNoneAfterAMoment() {
        String ticket = handOvers.write(here, floor.cartWith(here, "MUG", 2), THERE);
        arrived(handOvers.take(here, THERE, ticket, NONE));
        floor.change("UPDATE cart_handover SET used_at = used_at - INTERVAL 11 SECOND WHERE used_at IS NOT NULL");

        assertEquals(new Refused(Reason.USED), handOvers.take(here, THERE, ticket, NONE));
    }

    @Test
    void aTicketIsForOneNameForAMinuteAndWrittenByUs() {
        String ticket = handOvers.write(here, floor.cartWith(here, "MUG", 2), THERE);
        long carts = floor.number("SELECT COUNT(*) FROM cart");

        assertEquals(new Refused(Reason.ELSEWHERE), handOvers.take(here, "else.example", ticket, NONE));
        assertEquals(
                new Refused(Reason.FORGED), handOvers.take(here, THERE, ticket.replace(THERE, "else.example"), NONE));
        assertEquals(new Refused(Reason.FORGED), handOvers.take(here, THERE, "", NONE));
        floor.change("UPDATE cart_handover SET expires_at = UTC_TIMESTAMP(6) WHERE host = ?", THERE);
        assertEquals(new Refused(Reason.EXPIRED), handOvers.take(here, THERE, ticket, NONE));
        assertEquals(carts, floor.number("SELECT COUNT(*) FROM cart"));
    }

    @Test
    void itIsGoodForSixtySecondsAtMost() {
        handOvers.write(here, floor.cartWith(here, "MUG", 1), "sixty.example");

        long seconds = floor.number(
                "SELECT TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(6), expires_at) FROM cart_handover WHERE host = 'sixty.example'"
                        + " ORDER BY expires_at DESC LIMIT 1");

        assertTrue(seconds > 30 && seconds <= 60, seconds + " s");
    }

    @Test
    void aStoreOfSomebodyElseTakesNothing() {
        Store stranger = floor.offer(floor.openStore(), "MUG", 1);
        String ticket = handOvers.write(here, floor.cartWith(here, "MUG", 2), THERE);

        assertEquals(new Refused(Reason.PARTED), handOvers.take(stranger, THERE, ticket, NONE));
    }

    @Test
    void anOrderedOrUnknownCartComesToNothing() {
        Arrived answer = (Arrived) handOvers.take(here, THERE, handOvers.write(here, Token.random(), THERE), NONE);

        assertEquals(Optional.empty(), answer.cart());
    }

    private Store owned(Store store, String owner) {
        floor.change("UPDATE store SET owner = ? WHERE id = ?", owner, store.id());
        return stores.byCode(store.code()).orElseThrow();
    }

    private static Token arrived(HandOverAnswer answer) {
        return assertInstanceOf(Arrived.class, answer).cart().orElseThrow();
    }

    private String contents(Store store, Token cart) {
        CartView view = carts.find(store, cart).orElseThrow();
        TreeMap<String, Integer> lines = new TreeMap<>();
        view.lines().forEach(line -> lines.put(line.sku().value(), line.quantity()));
        return lines.toString();
    }
}
