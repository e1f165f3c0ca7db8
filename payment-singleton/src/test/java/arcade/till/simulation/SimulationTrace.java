package arcade.till.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Who did what at which virtual time. Off, it costs nearly nothing; a failing seed is run again with it on. */
final class SimulationTrace {
    private final boolean on;
    private final SimulatedTime time;
    private final List<String> lines = new ArrayList<>();

    SimulationTrace(boolean on, SimulatedTime time) {
        this.on = on;
        this.time = time;
    }

    void say(String who, String what, Object... values) {
        if (on) {
            double seconds = time.now() / 1e6;
            lines.add(String.format(Locale.ROOT, "%14.6f  %-12s ", seconds, who)
                    + String.format(Locale.ROOT, what, values));
        }
    }

    String text() {
        return String.join("\n", lines);
    }
}
