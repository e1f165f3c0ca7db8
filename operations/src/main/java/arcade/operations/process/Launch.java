package arcade.operations.process;

import arcade.operations.home.Failure;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A process to start in a session of its own, so that neither a closed terminal nor Ctrl-C at the command reaches it. The same
 * script starts it on every host.
 *
 * @param name for messages
 * @param reach the host
 * @param folder working directory there
 * @param log takes both of its output streams, there; the log of the start before is kept beside it as {@code <log>.1}
 */
public record Launch(
        String name, Reach reach, List<String> command, Map<String, String> environment, Path folder, Path log) {

    /** Starts it and returns at once; whether it becomes ready is the caller's question. */
    public ProcessMark start() {
        Tool started = reach.shell(script());
        String[] said = started.output().strip().split(" ", 2);
        if (!started.succeeded() || !said[0].matches("\\d+")) {
            throw new Failure(
                    "cannot start " + name + " on " + reach + ": "
                            + started.output().strip(),
                    "see './arcade doctor'");
        }
        long pid = Long.parseLong(said[0]);
        Optional<ProcessMark> mark = said.length < 2 ? Optional.empty() : ProcessMark.parse(pid, reach, said[1]);
        return mark.orElseThrow(() -> new Failure(name + " ended at once", "read " + log));
    }

    /** Prints the process id and what the kernel says of it. */
    private String script() {
        String settings = environment.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .sorted()
                .map(setting -> Reach.quoted(List.of(setting)) + " ")
                .collect(Collectors.joining());
        String output = Reach.quoted(List.of(log.toString()));
        return "cd " + Reach.quoted(List.of(folder.toString())) + " || exit 1\n"
                + "if [ -e " + output + " ]; then mv -f " + output + " " + output + ".1; fi\n"
                // Exec'd in place: setsid forks only when it leads a process group, and a fresh child never does.
                + "env " + settings + "setsid " + Reach.quoted(command) + " </dev/null >>" + output + " 2>&1 &\n"
                + "printf '%s ' $!; cat /proc/$!/stat";
    }
}
