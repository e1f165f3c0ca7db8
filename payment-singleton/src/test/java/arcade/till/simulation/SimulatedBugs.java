package arcade.till.simulation;

import java.util.EnumSet;
import java.util.Set;

/** The deliberate mistakes that are switched on. */
record SimulatedBugs(Set<SimulatedBug> on) {
    static final SimulatedBugs NONE = new SimulatedBugs(EnumSet.noneOf(SimulatedBug.class));

    static SimulatedBugs only(SimulatedBug bug) {
        return new SimulatedBugs(EnumSet.of(bug));
    }

    boolean has(SimulatedBug bug) {
        return on.contains(bug);
    }
}
