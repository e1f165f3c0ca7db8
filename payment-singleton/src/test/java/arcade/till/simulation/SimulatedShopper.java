package arcade.till.simulation;

import arcade.payment.PaymentMethod;
import arcade.payment.PaymentState;
import arcade.shared.Money;
import arcade.shared.Token;
import arcade.till.simulation.SimulatedDatabase.Wish;
import java.util.List;

/** A shopper: orders, looks how it goes, pays, proves who he is or not, tries another card, changes his mind. */
final class SimulatedShopper {
    private static final String[] CARDS = {"pm_good", "pm_good", "pm_good", "pm_declined", "pm_3ds"};
    private static final int LOOKS = 20;
    private static final int MOST_ATTEMPTS = 5;

    private final SimulatedWorld world;
    private final int number;
    private final Token order;
    private final SimulatedRefundClicks clicks;
    private boolean ordered;
    private boolean toldPaid;
    private int looks;

    SimulatedShopper(SimulatedWorld world, int number) {
        this.world = world;
        this.number = number;
        this.order = token("ordered", number);
        this.clicks = new SimulatedRefundClicks(world, number);
    }

    static Token token(String kind, int number) {
        String digits = kind.replaceAll("[^0-9a-z]|[ilou]", "") + number;
        return new Token("0".repeat(26 - digits.length()) + digits);
    }

    boolean hasOrdered() {
        return ordered;
    }

    void order() {
        PaymentMethod method = world.faults.oneIn(4) ? PaymentMethod.hosted() : PaymentMethod.token(card());
        Money total = Money.of(1_000 + number, "EUR");
        Token ref = token("payment", number);
        world.database.tables.place(
                new SimulatedOrder(order, total, number),
                new SimulatedPayment(number, ref, order, total, method, world.time.now()));
        ordered = true;
        say("orders for %s by %s %s", total, method.kind(), method.token());
        lookLater();
    }

    private void lookLater() {
        if (looks++ < LOOKS) {
            long longest = (1 + looks) * 3 * SimulatedTime.SECOND;
            world.time.at(world.faults.between(300 * SimulatedTime.MILLI, longest), this::look);
        }
    }

    private void look() {
        SimulatedPayment payment = payment();
        if (world.faults.oneIn(40)) {
            say("cancels");
            write(this::cancel);
        }
        switch (payment.state) {
            case CAPTURED -> hearsThatItIsPaid();
            case REQUIRES_ACTION -> act(payment);
            case DECLINED -> maybeBringAnotherCard(payment);
            default -> {}
        }
        if (!payment.isOver()) {
            lookLater();
        }
    }

    private void hearsThatItIsPaid() {
        if (!toldPaid) {
            toldPaid = true;
            say("is told that it is paid");
            world.law.toldPaid(world.database.tables.order(order));
            clicks.maybeClick();
        }
    }

    /** Half of the time he leaves it for later; whoever does not come back has abandoned it. */
    private void act(SimulatedPayment payment) {
        if (world.faults.oneIn(2)) {
            return;
        }
        SimulatedSession page = payment.session == null ? null : world.gateway.session(payment.session);
        if (page != null && (page.intent == null || page.intent.status.equals("requires_payment_method"))) {
            String card = card();
            say("enters %s on the page", card);
            world.gateway.pay(page, card);
            hint();
            return;
        }
        SimulatedIntent intent = page != null ? page.intent : world.gateway.intent(payment.intent);
        if (intent != null && intent.status.equals("requires_action")) {
            boolean proves = world.faults.below(3) > 0;
            say(proves ? "proves who he is" : "fails to prove who he is");
            world.gateway.authenticate(intent, proves);
            hint();
        }
    }

    /** The gateway's notice, and the shopper who comes back to the shop: each makes the till look, neither has to come. */
    private void hint() {
        if (!world.faults.happens(SimulatedFault.NOTICE_LOST)) {
            long delay = world.faults.anyScale(50 * SimulatedTime.MILLI, SimulatedTime.MINUTE);
            world.time.at(delay, () -> write(this::lookNow));
        }
    }

    /** What {@code Payments.lookNow} does. */
    private void lookNow(SimulatedPayment payment) {
        long soon = Math.max(world.time.now(), payment.changedAt + SimulatedTime.SECOND);
        if (payment.state == PaymentState.REQUIRES_ACTION && payment.dueAt > soon) {
            payment.dueAt = soon;
        }
    }

    private void maybeBringAnotherCard(SimulatedPayment payment) {
        if (payment.method == PaymentMethod.Kind.TOKEN && world.faults.oneIn(2)) {
            String card = card();
            say("brings another card, %s", card);
            write(row -> anotherCard(row, card));
        }
    }

    /** What {@code Payments.anotherCard} does. */
    private void anotherCard(SimulatedPayment payment, String card) {
        boolean waits = payment.state == PaymentState.DECLINED && payment.methodToken == null;
        if (waits && payment.dueAt > world.time.now() && payment.attempt < MOST_ATTEMPTS) {
            payment.methodToken = card;
            payment.dueAt = world.time.now();
            payment.giveUpAt = Math.max(payment.giveUpAt, world.time.now() + SimulatedPayment.GIVE_UP);
        }
    }

    /** What {@code Payments.cancel} does. */
    private void cancel(SimulatedPayment payment) {
        long now = world.time.now();
        switch (payment.state) {
            case REQUESTED, REQUIRES_ACTION, DECLINED, UNKNOWN_AUTHORIZATION -> {
                payment.giveUpAt = Math.min(payment.giveUpAt, now);
                payment.dueAt = now;
            }
            case AUTHORIZING, AUTHORIZED -> payment.giveUpAt = Math.min(payment.giveUpAt, now);
            default -> {}
        }
    }

    /** One transaction of a node that does not compete for the till. */
    private void write(java.util.function.Consumer<SimulatedPayment> change) {
        SimulatedTables tables = world.database.tables;
        SimulatedTransaction transaction = world.database.begin(null, null);
        Runnable nothing = () -> {};
        world.database.send(
                transaction,
                () -> List.of(new Wish(tables.lock(number), true)),
                () -> {
                    SimulatedPayment row = payment().copy();
                    change.accept(row);
                    transaction.written.put(row.id, row);
                },
                () -> world.database.commit(transaction, nothing, nothing),
                nothing);
    }

    private SimulatedPayment payment() {
        return world.database.tables.payment(number);
    }

    private String card() {
        return CARDS[world.faults.below(CARDS.length)];
    }

    private void say(String what, Object... values) {
        world.trace.say("shopper" + number, what, values);
    }
}
