package arcade.system.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** A machine as the home's {@code cluster.json} records it. */
public record Machine(
        String name, String role, String address, Map<String, Integer> ports, Mark process, String release) {

    private static final Duration STOP_WITHIN = Duration.ofSeconds(40);

    /** A process and when it began, so that a process id that was given to a stranger is never signalled. */
    public record Mark(long pid, long startTicks) {
        private static final int START_TICKS = 19;

        public boolean alive() {
            try {
                String stat = Files.readString(Path.of("/proc/" + pid + "/stat"), StandardCharsets.ISO_8859_1);
                String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
                return !fields[0].equals("Z") && Long.parseLong(fields[START_TICKS]) == startTicks;
            } catch (IOException e) {
                return false;
            }
        }
    }

    public boolean alive() {
        return process != null && process.alive();
    }

    public boolean isNode() {
        return role.equals("node");
    }

    /** {@code http://address:port}, without a slash at the end. */
    public String url() {
        return "http://" + address + ":" + port("http");
    }

    public int port(String purpose) {
        return ports.get(purpose);
    }

    /** Ends the process as a power cut would, and waits until it is gone. */
    public void kill() {
        end(ProcessHandle::destroyForcibly, Duration.ofSeconds(30));
    }

    /** Asks the process to end (SIGTERM), and waits until it has. */
    public void askToStop() {
        end(ProcessHandle::destroy, STOP_WITHIN);
    }

    private void end(Consumer<ProcessHandle> how, Duration within) {
        Mark victim = process;
        if (!alive()) {
            throw new IllegalStateException(name + " does not run");
        }
        ProcessHandle.of(victim.pid()).ifPresent(how);
        Waiting.until(name + " is gone", within, () -> !victim.alive());
    }
}
