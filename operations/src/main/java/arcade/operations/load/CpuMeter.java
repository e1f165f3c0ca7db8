package arcade.operations.load;

import arcade.operations.home.Machine;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Processor time of the machines' processes, children and threads included, from {@link #begin} on. The kernel counts
 * in steps of 10 ms. Look now and then: what a process used since the last look is lost when it dies. Not for several
 * threads.
 */
final class CpuMeter {
    /** A process id may be given again: the start time makes it one process. */
    private record Process(String machine, long pid, long startedMillis) {}

    private final Supplier<List<Machine>> machines;
    private final Map<Process, Duration> begun = new HashMap<>();
    private final Map<Process, Duration> latest = new HashMap<>();

    /** @param machines as they are recorded at the moment; one that is started again has another process */
    CpuMeter(Supplier<List<Machine>> machines) {
        this.machines = machines;
    }

    void begin() {
        latest.clear();
        look();
        begun.clear();
        begun.putAll(latest);
    }

    void look() {
        for (Machine machine : machines.get()) {
            if (machine.reach().sharesFiles() && machine.alive()) {
                ProcessHandle.of(machine.process().pid())
                        .ifPresent(process -> Stream.concat(Stream.of(process), process.descendants())
                                .forEach(each -> note(machine.name(), each)));
            }
        }
    }

    /** Milliseconds by machine, up to the last look. */
    Map<String, Long> millis() {
        Map<String, Long> sums = new TreeMap<>();
        latest.forEach((process, used) -> sums.merge(
                process.machine(),
                used.minus(begun.getOrDefault(process, Duration.ZERO)).toMillis(),
                Long::sum));
        return sums;
    }

    private void note(String machine, ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        info.totalCpuDuration().ifPresent(used -> {
            long started = info.startInstant().map(Instant::toEpochMilli).orElse(0L);
            latest.merge(new Process(machine, process.pid(), started), used, (a, b) -> a.compareTo(b) > 0 ? a : b);
        });
    }
}
