package arcade.operations.load;

import arcade.operations.home.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** How busy this machine's cores are with whatever runs on it, by the kernel's count in {@code /proc/stat}. */
final class Cores {
    // user nice system idle iowait irq softirq steal: guests are in user already.
    private static final int FIELDS = 8;
    private static final int IDLE = 3;
    private static final int WAITING = 4;

    private final Ticks begun = Ticks.now();

    /** Ticks of all cores together. */
    record Ticks(long busy, long all) {
        static Ticks now() {
            Path file = Path.of("/proc/stat");
            try {
                return read(Files.readAllLines(file));
            } catch (IOException e) {
                throw new Failure("cannot read " + file + ": " + e, "measure on Linux", e);
            }
        }

        static Ticks read(List<String> lines) {
            long[] ticks = Arrays.stream(lines.get(0).split("\\s+"))
                    .skip(1)
                    .limit(FIELDS)
                    .mapToLong(Long::parseLong)
                    .toArray();
            long all = Arrays.stream(ticks).sum();
            return new Ticks(all - ticks[IDLE] - ticks[WAITING], all);
        }

        /** From 0 to 1. */
        double shareSince(Ticks before) {
            return all == before.all ? 0 : (double) (busy - before.busy) / (all - before.all);
        }
    }

    /** How many were busy on the average since this was made. */
    double busy() {
        return Ticks.now().shareSince(begun) * Runtime.getRuntime().availableProcessors();
    }
}
