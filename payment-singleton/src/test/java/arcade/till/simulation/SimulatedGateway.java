package arcade.till.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The gateway: its books, and its endpoints as Stripe documents them. A request is carried out at one instant; an acting one with
 * a key that it has seen in the last 24 hours gets the answer of then. Whatever moves money is told to the {@link SimulatedLaw}.
 */
final class SimulatedGateway {
    private static final long KEY_LIVES = 24 * SimulatedTime.HOUR;
    private static final long PAGE_LIVES = 24 * SimulatedTime.HOUR;

    private final SimulatedTime time;
    private final SimulatedLaw law;
    private final SimulationTrace trace;
    private final Map<String, SimulatedIntent> intents = new LinkedHashMap<>();
    private final Map<String, SimulatedSession> sessions = new LinkedHashMap<>();
    private final Map<String, SimulatedRefund> refunds = new LinkedHashMap<>();
    private final Map<String, Stored> keys = new HashMap<>();
    private final Set<String> replaysAnError = new HashSet<>();

    SimulatedGateway(SimulatedTime time, SimulatedLaw law, SimulationTrace trace) {
        this.time = time;
        this.law = law;
        this.trace = trace;
    }

    /** @param internalError whether it acts, stores and answers 500 instead of what came of it */
    SimulatedReply execute(SimulatedRequest request, boolean internalError) {
        Stored before = request.key() == null ? null : keys.get(request.key());
        if (before != null && time.now() - before.at < KEY_LIVES) {
            trace.say("gateway", "%s: replayed, %d", request.name(), before.reply.status());
            return before.isSame(request)
                    ? before.reply
                    : SimulatedReply.refusal(400, "idempotency_error", "idempotency_key_in_use", "other parameters");
        }
        SimulatedReply reply = route(request);
        trace.say("gateway", "%s: %d", request.name(), reply.status());
        if (internalError) {
            replaysAnError.add(request.key());
            reply = SimulatedReply.refusal(500, "api_error", "internal", "sorry");
        }
        if (request.key() != null) {
            keys.put(request.key(), new Stored(request, reply, time.now()));
        }
        return reply;
    }

    private SimulatedReply route(SimulatedRequest request) {
        String[] path = request.path().split("/");
        if (path[1].equals("checkout")) {
            return path.length == 3 ? openPage(request) : onPage(sessions.get(path[3]), request, path);
        }
        if (path[1].equals("refunds")) {
            return refund(request, path);
        }
        if (path.length == 2) {
            return request.acts() ? createIntent(request) : SimulatedReply.ok(list(request));
        }
        SimulatedIntent intent = intents.get(path[2]);
        if (intent == null) {
            return SimulatedReply.missing(path[2]);
        }
        return path.length == 3 ? SimulatedReply.ok(intent.json()) : act(intent, path[3], request);
    }

    private SimulatedReply act(SimulatedIntent intent, String verb, SimulatedRequest request) {
        law.mayTouch(intent, request);
        boolean onOpenPage = intent.session != null && intent.session.isOpen();
        boolean allowed = switch (verb) {
            case "confirm" -> intent.isOpen() && !onOpenPage;
            case "cancel" -> intent.isAlive() && !onOpenPage;
            case "capture" -> intent.isHeld();
            default -> throw new IllegalArgumentException(request.name());
        };
        if (!allowed) {
            return SimulatedReply.unexpectedState(intent, verb);
        }
        switch (verb) {
            case "confirm" -> intent.confirm(request.text("payment_method"));
            case "cancel" -> intent.cancel("requested_by_customer");
            default -> intent.capture();
        }
        trace.say("gateway", "%s of order %s is %s", intent.id, intent.order(), intent.status);
        law.moved(intent);
        return verb.equals("confirm") && intent.decline != null
                ? SimulatedReply.declined(intent)
                : SimulatedReply.ok(intent.json());
    }

    private SimulatedReply createIntent(SimulatedRequest request) {
        SimulatedIntent intent = new SimulatedIntent(
                "pi_" + (intents.size() + 1),
                request.map("metadata"),
                request.number("amount"),
                request.text("currency"));
        keep(intent);
        return SimulatedReply.ok(intent.json());
    }

    private void keep(SimulatedIntent intent) {
        intent.madeAt = time.now();
        intents.put(intent.id, intent);
        trace.say("gateway", "%s is made for order %s", intent.id, intent.order());
        law.made(intent);
    }

    private SimulatedReply openPage(SimulatedRequest request) {
        if (!request.acts()) {
            return SimulatedReply.ok(listPages(request));
        }
        Map<?, ?> item = (Map<?, ?>) ((List<?>) request.parameters().get("line_items")).get(0);
        Map<?, ?> price = (Map<?, ?>) item.get("price_data");
        long expires = request.text("expires_at") == null
                ? time.now() + PAGE_LIVES
                : request.number("expires_at") * SimulatedTime.SECOND;
        SimulatedSession session = new SimulatedSession(
                "cs_" + (sessions.size() + 1),
                request.map("metadata"),
                Long.parseLong(price.get("unit_amount").toString()),
                price.get("currency").toString(),
                expires);
        session.madeAt = time.now();
        sessions.put(session.id, session);
        law.made(session);
        return SimulatedReply.ok(session.json(false));
    }

    private SimulatedReply onPage(SimulatedSession session, SimulatedRequest request, String[] path) {
        if (session == null) {
            return SimulatedReply.missing(path[3]);
        }
        expireIfDue(session);
        if (path.length == 5) {
            if (!session.isOpen()) {
                return SimulatedReply.refusal(
                        400, "invalid_request_error", "resource_not_open", "the page is " + session.status);
            }
            session.expire();
            trace.say("gateway", "%s is expired on request", session.id);
        }
        return SimulatedReply.ok(session.json(request.parameters().containsKey("expand")));
    }

    private SimulatedReply refund(SimulatedRequest request, String[] path) {
        if (!request.acts()) {
            return path.length == 3 ? found(path[2]) : SimulatedReply.ok(refundsOf(request.text("payment_intent")));
        }
        SimulatedIntent intent = intents.get(request.text("payment_intent"));
        if (intent == null) {
            return SimulatedReply.missing(request.text("payment_intent"));
        }
        long amount = request.text("amount") == null ? intent.captured - intent.refunded : request.number("amount");
        if (amount <= 0 || intent.refunded + amount > intent.captured) {
            return SimulatedReply.refusal(400, "invalid_request_error", "charge_already_refunded", "too much");
        }
        SimulatedRefund refund =
                new SimulatedRefund("re_" + (refunds.size() + 1), intent, amount, request.map("metadata"));
        refunds.put(refund.id(), refund);
        intent.refunded += amount;
        trace.say("gateway", "%s gives %d back on %s", refund.id(), amount, intent.id);
        law.refunded(refund);
        return SimulatedReply.ok(refund.json());
    }

    private SimulatedReply found(String id) {
        SimulatedRefund refund = refunds.get(id);
        return refund == null ? SimulatedReply.missing(id) : SimulatedReply.ok(refund.json());
    }

    private String refundsOf(String intent) {
        List<String> found = new ArrayList<>();
        for (SimulatedRefund refund : refunds.values()) {
            if (refund.intent().id.equals(intent)) {
                found.add(0, refund.json());
            }
        }
        return listed(found, "/v1/refunds");
    }

    private String list(SimulatedRequest request) {
        return listed(
                intents.values().stream()
                        .filter(intent -> request.looksFor(intent.madeAt))
                        .map(SimulatedIntent::json)
                        .toList(),
                "/v1/payment_intents");
    }

    private String listPages(SimulatedRequest request) {
        return listed(
                sessions.values().stream()
                        .filter(page -> request.looksFor(page.madeAt))
                        .map(page -> page.json(true))
                        .toList(),
                "/v1/checkout/sessions");
    }

    private static String listed(List<String> items, String url) {
        return "{\"object\":\"list\",\"has_more\":false,\"url\":\"" + url + "\",\"data\":[" + String.join(",", items)
                + "]}";
    }

    /** A shopper enters a card on the page. */
    void pay(SimulatedSession session, String card) {
        expireIfDue(session);
        if (!session.isOpen() || session.intent != null && !session.intent.isOpen()) {
            return;
        }
        if (session.intent == null) {
            session.intent = new SimulatedIntent(
                    "pi_" + (intents.size() + 1), session.metadata, session.amount, session.currency);
            session.intent.session = session;
            keep(session.intent);
        }
        session.intent.confirm(card);
        settle(session.intent);
    }

    /** A shopper proves who he is, or fails to. */
    void authenticate(SimulatedIntent intent, boolean proved) {
        if (intent.status.equals("requires_action")) {
            intent.authenticate(proved);
            settle(intent);
        }
    }

    private void settle(SimulatedIntent intent) {
        if (intent.session != null) {
            intent.session.settle();
        }
        trace.say("gateway", "%s of order %s is %s", intent.id, intent.order(), intent.status);
        law.moved(intent);
    }

    /** Whether a shopper who has the page's address could pay there. */
    boolean canBePaid(SimulatedSession session) {
        expireIfDue(session);
        return session.isOpen();
    }

    private void expireIfDue(SimulatedSession session) {
        if (session.isOpen() && time.now() >= session.expiresAt) {
            session.expire();
        }
    }

    /** Whether the call that makes it was stored as a 500: for a day its key tells nobody what it made. */
    boolean hidesItsName(SimulatedPayment payment) {
        return replaysAnError.contains("create:" + payment.ref);
    }

    long now() {
        return time.now();
    }

    SimulatedSession session(String id) {
        return sessions.get(id);
    }

    SimulatedIntent intent(String id) {
        return intents.get(id);
    }

    Iterable<SimulatedIntent> intents() {
        return intents.values();
    }

    Iterable<SimulatedSession> sessions() {
        return sessions.values();
    }

    Iterable<SimulatedRefund> refunds() {
        return refunds.values();
    }

    private record Stored(SimulatedRequest request, SimulatedReply reply, long at) {
        boolean isSame(SimulatedRequest other) {
            return request.path().equals(other.path()) && Objects.equals(request.parameters(), other.parameters());
        }
    }
}
