package arcade.till.simulation;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Virtual time, in microseconds: events run one after the other, in the order of their time and then of their making, so that the
 * same seed gives the same run. What belongs to a machine waits while the machine is stopped, and is forgotten when it dies.
 *
 * <p>Beats and looks are ticks: a long wait in which nothing but ticks would happen is passed over by moving all of them.
 */
final class SimulatedTime {
    static final long MILLI = 1_000;
    static final long SECOND = 1_000 * MILLI;
    static final long MINUTE = 60 * SECOND;
    static final long HOUR = 60 * MINUTE;

    private final PriorityQueue<Event> events = new PriorityQueue<>(Event.ORDER);
    private final PriorityQueue<Event> ticks = new PriorityQueue<>(Event.ORDER);
    private long sequence;
    private long now;
    private long moved;

    long now() {
        return now;
    }

    static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }

    /** What no stopped machine holds up: the network, the gateway, the database, the world. */
    void at(long delay, Runnable what) {
        events.add(new Event(now + delay, sequence++, null, 0, what));
    }

    void on(SimulatedMachine machine, long delay, Runnable what) {
        events.add(new Event(now + delay, sequence++, machine, machine.boot(), what));
    }

    void tick(SimulatedMachine machine, long delay, Runnable what) {
        ticks.add(new Event(now + delay - moved, sequence++, machine, machine.boot(), what));
    }

    /** When the next event comes that is no tick; {@link Long#MAX_VALUE} if none does. */
    long nextEvent() {
        return events.isEmpty() ? Long.MAX_VALUE : events.peek().at;
    }

    /** Moves all ticks, as if they had come and gone without anything happening. */
    void moveTicks(long by) {
        moved += by;
    }

    /** Runs the next event; false if there is none until then. */
    boolean step(long until) {
        Event event = earliest();
        if (event == null) {
            return false;
        }
        long at = event.isTick(ticks) ? event.at + moved : event.at;
        if (at > until) {
            return false;
        }
        (event.isTick(ticks) ? ticks : events).poll();
        now = Math.max(now, at);
        SimulatedMachine machine = event.machine;
        if (machine == null) {
            event.what.run();
        } else if (machine.boot() == event.boot) {
            if (machine.isStopped(now)) {
                events.add(new Event(machine.stoppedUntil(), sequence++, machine, event.boot, event.what));
            } else {
                event.what.run();
            }
        }
        return true;
    }

    private Event earliest() {
        Event event = events.peek();
        Event tick = ticks.peek();
        if (event == null || tick == null) {
            return event == null ? tick : event;
        }
        return tick.at + moved < event.at ? tick : event;
    }

    private record Event(long at, long number, SimulatedMachine machine, int boot, Runnable what) {
        static final Comparator<Event> ORDER =
                Comparator.comparingLong(Event::at).thenComparingLong(Event::number);

        boolean isTick(PriorityQueue<Event> ticks) {
            return ticks.peek() == this;
        }
    }
}
