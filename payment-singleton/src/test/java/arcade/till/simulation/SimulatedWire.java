package arcade.till.simulation;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * The network between a till and the gateway, for one conversation: a request or its answer is lost, late, broken or replaced by
 * somebody else's page. The till's client waits 10 s for an answer; its request may arrive long after.
 */
final class SimulatedWire<T> {
    private static final long READ_TIMEOUT = 10 * SimulatedTime.SECOND;

    private final SimulatedWorld world;
    private final SimulatedMachine machine;
    private final SimulatedCall<T> call;
    private final int attempt;
    private final Consumer<T> done;
    private int sent;
    private int heard;

    /** @param attempt the payment's, for the bugs that put it into a key */
    SimulatedWire(
            SimulatedWorld world, SimulatedMachine machine, SimulatedCall<T> call, int attempt, Consumer<T> done) {
        this.world = world;
        this.machine = machine;
        this.call = call;
        this.attempt = attempt;
        this.done = done;
    }

    void converse() {
        call.speak().ifPresentOrElse(done, () -> send(call.request()));
    }

    private void send(SimulatedRequest request) {
        int number = ++sent;
        SimulatedFaults faults = world.faults;
        world.trace.say(machine.name(), "sends %s", request.name());
        if (world.isDark() || faults.happens(SimulatedFault.CALL_LOST)) {
            boolean reset = faults.oneIn(2);
            hearLater(number, reset ? latency() : READ_TIMEOUT, Optional.empty());
            return;
        }
        long under = latency();
        if (faults.happens(SimulatedFault.CALL_ARRIVES_LATE)) {
            under = faults.anyScale(READ_TIMEOUT, 3 * SimulatedTime.MINUTE);
        } else if (faults.happens(SimulatedFault.CALL_SLOW)) {
            under = faults.anyScale(200 * SimulatedTime.MILLI, 12 * SimulatedTime.SECOND);
        }
        if (under > READ_TIMEOUT / 2) {
            hearLater(number, READ_TIMEOUT, Optional.empty());
        }
        long waited = under;
        world.time.at(under, () -> arrive(request, number, waited));
    }

    private void arrive(SimulatedRequest request, int number, long waited) {
        SimulatedFaults faults = world.faults;
        if (request.acts()) {
            world.law.mayArrive(request);
        }
        Optional<SimulatedReply> refusal = refusal();
        if (refusal.isPresent()) {
            hearLater(number, latency(), refusal);
            return;
        }
        boolean breaks = request.acts() && faults.happens(SimulatedFault.CALL_DONE_THEN_500);
        SimulatedReply reply = world.gateway.execute(withKeyAsSent(request), breaks);
        if (faults.happens(SimulatedFault.CALL_ANSWERED_ABOUT_ANOTHER)) {
            reply = reply.aboutAnother(faults.below(3));
        }
        if (world.isDark() || faults.happens(SimulatedFault.CALL_DONE_THEN_TIMEOUT)) {
            hearLater(number, Math.max(1, READ_TIMEOUT - waited), Optional.empty());
        } else if (faults.happens(SimulatedFault.CALL_RESET_AFTER)) {
            hearLater(number, latency(), Optional.empty());
        } else if (faults.happens(SimulatedFault.CALL_HALF_BODY)) {
            String half = reply.body().substring(0, reply.body().length() / 2);
            hearLater(number, latency(), Optional.of(new SimulatedReply(reply.status(), half)));
        } else {
            boolean slow = faults.happens(SimulatedFault.CALL_SLOW);
            hearLater(number, slow ? faults.between(1, READ_TIMEOUT / 2) : latency(), Optional.of(reply));
        }
    }

    /** What comes back from somebody who did nothing. */
    private Optional<SimulatedReply> refusal() {
        SimulatedFaults faults = world.faults;
        if (faults.happens(SimulatedFault.CALL_429)) {
            return Optional.of(SimulatedReply.refusal(429, "invalid_request_error", "rate_limit", "slow down"));
        }
        if (faults.happens(SimulatedFault.CALL_HTML)) {
            return Optional.of(
                    new SimulatedReply(faults.oneIn(2) ? 200 : 502, "<html><body>Bad Gateway</body></html>"));
        }
        if (faults.happens(SimulatedFault.CALL_500)) {
            return Optional.of(SimulatedReply.refusal(500, "api_error", "internal", "sorry"));
        }
        return Optional.empty();
    }

    private void hearLater(int number, long delay, Optional<SimulatedReply> reply) {
        world.time.on(machine, delay, () -> {
            if (number == sent && number > heard) {
                heard = number;
                world.trace.say(
                        machine.name(),
                        "hears %s",
                        reply.map(one -> one.status() + " " + one.body()).orElse("nothing"));
                call.hear(reply);
                converse();
            }
        });
    }

    private SimulatedRequest withKeyAsSent(SimulatedRequest request) {
        String key = request.key();
        if (key != null && world.bugs.has(SimulatedBug.NEW_KEY_PER_RETRY)) {
            key = key + "~" + world.nextNumber();
        }
        if (key != null && world.bugs.has(SimulatedBug.SECOND_INTENT) && key.startsWith("create:")) {
            key = key + "~" + attempt;
        }
        if (world.bugs.has(SimulatedBug.REFUND_WITHOUT_KEY) && request.path().endsWith("/refunds")) {
            key = null;
        }
        return new SimulatedRequest(request.method(), request.path(), request.parameters(), key);
    }

    private long latency() {
        return world.faults.between(2 * SimulatedTime.MILLI, 300 * SimulatedTime.MILLI);
    }
}
