package arcade.system.harness;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A host of the laboratory, as somebody who sits at it. */
public record LabHost(String namespace) {
    private static final Path ROOT = Path.of("/");

    /** Runs a program there. */
    public Outcome run(Duration limit, List<String> command) {
        List<String> words = new ArrayList<>(List.of("nsenter", "--net=/run/netns/" + namespace));
        words.addAll(command);
        return new Command(ROOT).within(limit).run(words);
    }

    /** Whether a TCP connection from there to {@code address:port} is opened within a second. */
    public boolean opens(String address, int port) {
        String connect = "exec 3<>/dev/tcp/" + address + "/" + port;
        return run(Duration.ofSeconds(10), List.of("timeout", "1", "bash", "-c", connect))
                        .exit()
                == 0;
    }
}
