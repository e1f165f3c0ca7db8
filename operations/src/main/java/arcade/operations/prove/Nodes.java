package arcade.operations.prove;

import arcade.operations.cluster.Fleet;
import arcade.operations.home.Failure;
import arcade.operations.home.Machine;
import arcade.operations.node.Failpoints;
import arcade.operations.process.Signals;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The nodes while they are being broken: who serves, who is armed, who is being brought back. A node that died is started again
 * beside everything else. For several threads, but deaths are looked for by one.
 */
final class Nodes implements AutoCloseable {
    /** Starting takes both cores of a small machine: more at once only make all of them slower. */
    private static final int STARTS_AT_ONCE = 2;

    private static final int MOST_STARTS = 3;
    private static final Duration STOP_WITHIN = Duration.ofSeconds(40);
    private static final Duration WHOLE_WITHIN = Duration.ofSeconds(300);

    private final Fleet fleet;
    private final Failpoints failpoints;
    private final Set<String> ready = ConcurrentHashMap.newKeySet();
    private final Set<String> starting = ConcurrentHashMap.newKeySet();
    private final Map<String, String> armed = new ConcurrentHashMap<>();
    private final Map<String, Instant> lastAlive = new ConcurrentHashMap<>();
    private final Queue<String> mishaps = new ConcurrentLinkedQueue<>();
    private final ExecutorService starters = Executors.newFixedThreadPool(STARTS_AT_ONCE, task -> {
        Thread thread = new Thread(task, "start-a-node");
        thread.setDaemon(true);
        return thread;
    });

    Nodes(Fleet fleet, Failpoints failpoints) {
        this.fleet = fleet;
        this.failpoints = failpoints;
        fleet.nodes().stream().map(Machine::name).filter(fleet::ready).forEach(ready::add);
    }

    /**
     * A process that ended.
     *
     * @param at when it was last seen alive: it died after that
     * @param armed the failpoint it was started with
     */
    record Death(String node, Instant at, Optional<String> armed) {}

    /** After somebody else has stopped and started them. */
    void refresh() {
        fleet.nodes().stream().map(Machine::name).filter(fleet::ready).forEach(ready::add);
    }

    int count() {
        return fleet.nodes().size();
    }

    Machine machine(String name) {
        return fleet.machine(name);
    }

    /** Nodes that may have shoppers and may become the till. */
    Set<String> ready() {
        return new TreeSet<>(ready);
    }

    boolean isAnyStarting() {
        return !starting.isEmpty();
    }

    /** Nodes that are armed, whether they run or are being started. */
    Set<String> armed() {
        return new TreeSet<>(armed.keySet());
    }

    Optional<String> armedWith(String node) {
        return Optional.ofNullable(armed.get(node));
    }

    /** Nodes that ended since the last look. Each is told once. */
    List<Death> deaths() {
        List<Death> deaths = new ArrayList<>();
        Instant now = Instant.now();
        for (String node : ready()) {
            if (fleet.machine(node).alive()) {
                lastAlive.put(node, now);
            } else {
                ready.remove(node);
                deaths.add(new Death(node, lastAlive.getOrDefault(node, now), Optional.ofNullable(armed.remove(node))));
            }
        }
        return deaths;
    }

    /** kill -9; not among {@link #deaths}. @return a moment before the signal was sent */
    Instant kill(String node) {
        ready.remove(node);
        armed.remove(node);
        Instant before = Instant.now();
        Signals.kill(fleet.machine(node).process());
        return before;
    }

    /** SIGTERM; its end is among {@link #deaths}. */
    void askToStop(String node) {
        Signals.ask(fleet.machine(node).process());
    }

    /** SIGTERM; returns when it has gone. @return a moment before the signal was sent */
    Instant stop(String node) {
        ready.remove(node);
        armed.remove(node);
        Instant before = Instant.now();
        if (!Signals.stop(fleet.machine(node).process(), STOP_WITHIN)) {
            mishaps.add(node + " did not stop within " + STOP_WITHIN.toSeconds() + " s");
        }
        return before;
    }

    /** A node that stands still, or wakes from it. */
    void usable(String node, boolean now) {
        if (now) {
            ready.add(node);
        } else {
            ready.remove(node);
        }
    }

    /** Starts a dead node beside everything else. */
    void bringBack(String node, Optional<String> failpoint) {
        starting.add(node);
        failpoint.ifPresent(point -> armed.put(node, point));
        starters.submit(() -> start(node, failpoint));
    }

    /** What went wrong with nodes, told once. */
    List<String> mishaps() {
        List<String> told = new ArrayList<>();
        for (String mishap = mishaps.poll(); mishap != null; mishap = mishaps.poll()) {
            told.add(mishap);
        }
        return told;
    }

    /** Every node runs, ready and unarmed. @throws Failure when one does not come back */
    void heal() throws InterruptedException {
        awaitStarts();
        for (Machine node : fleet.nodes()) {
            String name = node.name();
            if (armed.containsKey(name) && fleet.machine(name).alive()) {
                stop(name);
            }
            if (!fleet.machine(name).alive()) {
                ready.remove(name);
                bringBack(name, Optional.empty());
            }
        }
        awaitStarts();
        failpoints.clear();
        for (Machine node : fleet.nodes()) {
            fleet.awaitReady(node.name());
            ready.add(node.name());
        }
    }

    @Override
    public void close() {
        starters.shutdownNow();
    }

    private void awaitStarts() throws InterruptedException {
        long deadline = System.nanoTime() + WHOLE_WITHIN.toNanos();
        while (!starting.isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new Failure(starting + " did not come back", "see './arcade status' and the nodes' logs");
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private void start(String node, Optional<String> failpoint) {
        try {
            for (int tries = 1; !startedOnce(node, failpoint); tries++) {
                if (tries == MOST_STARTS) {
                    mishaps.add(node + " was started " + MOST_STARTS + " times and did not become ready");
                    break;
                }
            }
        } finally {
            starting.remove(node);
        }
    }

    /** False when it is to be tried again. */
    private boolean startedOnce(String node, Optional<String> failpoint) {
        try {
            failpoint.ifPresentOrElse(point -> failpoints.arm(node, point), () -> failpoints.disarm(node));
            fleet.start(node);
            fleet.awaitReady(node);
            lastAlive.put(node, Instant.now());
            ready.add(node);
            return true;
        } catch (RuntimeException e) {
            if (failpoint.isPresent() && !fleet.machine(node).alive()) {
                // It reached its place while it was still starting: that is a death to be told, not a mishap.
                lastAlive.put(node, Instant.now());
                ready.add(node);
                return true;
            }
            mishaps.add(node + " did not start: " + e.getMessage());
            return false;
        }
    }
}
