package arcade.operations.prove;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * Promise 2. The till's node dies again and again: at a named place on a payment's way, where nodes are armed with one each,
 * and by kill -9 at a random moment. All but two nodes are armed, so that one takes over that is not. A dead node is brought back
 * when its successor has captured, and nobody is killed while one is being started: on machines of their own they would not take the
 * successor's cores.
 */
final class TillCrashes implements Promise {
    private static final double P99_WITHIN = 7;
    private static final double MAX_WITHIN = 10;
    private static final double P99 = 0.99;
    private static final int UNARMED = 2;
    private static final long POLL_MILLIS = 25;
    private static final int MOST_DWELL_MILLIS = 1500;
    private static final Duration FAILPOINT_WITHIN = Duration.ofSeconds(12);
    private static final Duration LOST = Duration.ofSeconds(60);
    private static final Duration REPORT = Duration.ofSeconds(15);
    private static final String RANDOM = "kill -9";

    /** Every place, and how likely a payment that passes there ends the node. */
    private static final Map<String, String> PLACES = new TreeMap<>(Map.ofEntries(
            Map.entry("intention-written", "0.05"),
            Map.entry("intention-committed", "0.05"),
            Map.entry("before-send", "0.03"),
            Map.entry("intent-created", "0.05"),
            Map.entry("authorized-unrecorded", "0.05"),
            Map.entry("captured-unrecorded", "0.05"),
            Map.entry("voided-unrecorded", "0.5"),
            Map.entry("refunded-unrecorded", "0.5"),
            Map.entry("asked-unrecorded", "0.2"),
            Map.entry("outcome-written", "0.03"),
            Map.entry("order-settled", "0.05"),
            Map.entry("outcome-committed", "0.03"),
            Map.entry("at-the-desk", "1"),
            Map.entry("lease-taken", "1"),
            Map.entry("before-hand-over", "1")));

    private static final String AT_A_POLITE_STOP = "before-hand-over";

    private final Map<String, Long> reached = new TreeMap<>();
    private final Deque<String> next = new ArrayDeque<>();
    private final List<String> dead = new ArrayList<>();
    private Scene scene;
    private Trial trial;
    private Takeovers takeovers;
    private Instant quietUntil = Instant.now();
    private Instant holderSince = Instant.now();
    private String holder = "";
    /** Who was asked to stop, and has not ended yet. */
    private String asked = "";

    private int crashes;
    private int tillCrashes;

    @Override
    public String code() {
        return "2";
    }

    @Override
    public String title() {
        return "crash of the till";
    }

    @Override
    public int share() {
        return 45;
    }

    @Override
    public void prove(Scene at, Duration time, Trial into) throws InterruptedException {
        scene = at;
        trial = into;
        takeovers = new Takeovers(scene.log());
        scene.openDoors();
        armAtFirst();
        long end = System.nanoTime() + time.toNanos();
        long report = System.nanoTime() + REPORT.toNanos();
        while (System.nanoTime() < end) {
            step(true);
            if (System.nanoTime() > report) {
                report += REPORT.toNanos();
                scene.say("promise 2: " + crashes + " crashes, " + reached.size() + " places; takeover "
                        + Quantiles.of(takeovers.seconds()));
            }
        }
        long patience = System.nanoTime() + LOST.toNanos();
        while (takeovers.pending() && System.nanoTime() < patience) {
            step(false);
        }
        bringBack();
        conclude();
    }

    /** One node begins armed, by a crash of its own, which is a crash like any other. */
    private void armAtFirst() {
        quietUntil = Instant.now().plusMillis(scene.random().nextInt(MOST_DWELL_MILLIS));
    }

    private void step(boolean mayCrash) throws InterruptedException {
        scene.nodes().deaths().forEach(this::endedByItself);
        scene.nodes().mishaps().forEach(trial::mishap);
        takeovers.look().ifPresent(taken -> {
            scene.timeline()
                    .mark(
                            taken.captured(),
                            "takeover",
                            String.format(
                                    java.util.Locale.ROOT,
                                    "%s captures %.2f s after the death of %s",
                                    taken.by(),
                                    taken.seconds(),
                                    taken.crash().node()));
            quietUntil = Instant.now().plusMillis(scene.random().nextInt(MOST_DWELL_MILLIS));
        });
        takeovers
                .pendingSince()
                .filter(since -> since.plus(LOST).isBefore(Instant.now()))
                .ifPresent(since -> lost());
        if (!takeovers.pending() || scene.nodes().ready().isEmpty()) {
            bringBack();
        }
        if (mayCrash && !takeovers.pending() && Instant.now().isAfter(quietUntil)) {
            scene.till().ifPresent(this::crash);
        }
        TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }

    /** The holder is to die, if enough others are there to take over. */
    private void crash(TillLog.Lease lease) {
        String node = lease.node();
        if (!node.equals(holder)) {
            holder = node;
            holderSince = Instant.now();
        }
        Set<String> others = scene.nodes().ready();
        boolean serves = others.remove(node);
        others.removeAll(scene.nodes().armed());
        if (!serves || others.isEmpty() || scene.nodes().isAnyStarting()) {
            return;
        }
        Optional<String> armed = scene.nodes().armedWith(node);
        boolean politely =
                armed.filter(point -> point.startsWith(AT_A_POLITE_STOP)).isPresent();
        if (politely && !node.equals(asked)) {
            // It works on until it reaches the place: its death is seen, not assumed.
            asked = node;
            holderSince = Instant.now();
            scene.nodes().askToStop(node);
        } else if (armed.isEmpty() || holderSince.plus(FAILPOINT_WITHIN).isBefore(Instant.now())) {
            long seq = scene.log().lastSeq();
            Instant before = scene.nodes().kill(node);
            ended(new Crash(node, RANDOM, before, true, lease.epoch(), seq));
        }
    }

    private void endedByItself(Nodes.Death death) {
        String place = death.armed().map(point -> point.replaceFirst(":.*", "")).orElse("");
        if (place.isEmpty()) {
            trial.violation(death.node() + " ended by itself at " + death.at() + "; its log says why");
        }
        TillLog.Lease lease = scene.log().lease().orElseThrow();
        ended(crashOf(death.node(), place.isEmpty() ? "by itself" : place, death.at(), lease));
    }

    private Crash crashOf(String node, String how, Instant at, TillLog.Lease lease) {
        return new Crash(
                node,
                how,
                at,
                lease.node().equals(node),
                lease.epoch(),
                scene.log().lastSeq());
    }

    private void ended(Crash crash) {
        crashes++;
        tillCrashes += crash.heldTill() ? 1 : 0;
        trial.fault(crash.how(), 1);
        if (!crash.how().equals(RANDOM)) {
            reached.merge(crash.how(), 1L, Long::sum);
        }
        scene.timeline()
                .mark(crash.at(), crash.how().equals(RANDOM) ? "kill" : "failpoint", crash.node() + " " + crash.how());
        if (crash.heldTill()) {
            takeovers.died(crash);
        }
        holder = "";
        asked = "";
        dead.add(crash.node());
    }

    private void bringBack() {
        dead.forEach(node -> scene.nodes().bringBack(node, toArm()));
        dead.clear();
    }

    /** All but two nodes may be armed at one time. */
    private Optional<String> toArm() {
        if (scene.nodes().armed().size() >= scene.nodes().count() - UNARMED) {
            return Optional.empty();
        }
        if (next.isEmpty()) {
            List<String> places = new ArrayList<>(new TreeSet<>(PLACES.keySet()));
            Collections.shuffle(places, scene.random());
            places.sort(java.util.Comparator.comparing(place -> reached.getOrDefault(place, 0L)));
            next.addAll(places);
        }
        String place = next.poll();
        return Optional.of(place + ":" + PLACES.get(place));
    }

    private void lost() {
        trial.violation("no payment was captured within " + LOST.toSeconds() + " s of the till's death");
        takeovers = new Takeovers(scene.log());
    }

    private void conclude() {
        Quantiles times = Quantiles.of(takeovers.seconds());
        trial.trials(crashes, "crashes");
        trial.times("takeover, s", takeovers.seconds());
        trial.note("takeover: " + times + "; " + takeovers.superseded() + " died again before a capture");
        takeovers
                .worst()
                .ifPresent(worst -> trial.note("the longest: "
                        + worst.crash().node() + " " + worst.crash().how() + " at "
                        + worst.crash().at() + ", then "
                        + worst.by()));
        List<Double> clients = new ClientView(scene.records()).seconds(takeovers.all());
        trial.times("takeover as a client sees it, s", clients);
        trial.note("until a client knew: " + Quantiles.of(clients));
        trial.note(tillCrashes + " of " + crashes + " were the till; places reached: " + reached);
        Set<String> missing = new TreeSet<>(PLACES.keySet());
        missing.removeAll(reached.keySet());
        if (!missing.isEmpty()) {
            trial.note("places not reached: " + missing);
        }
        trial.mishapUnless(times.count() > 0, "no takeover was measured");
        trial.aim("takeover, p99", times.at(P99), P99_WITHIN, "s");
        trial.aim("takeover, max", times.max(), MAX_WITHIN, "s");
    }
}
