package arcade.operations.network;

import arcade.operations.home.Failure;
import arcade.operations.process.Reach;
import arcade.operations.process.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table of the kernel's packet filter, always written as a whole.
 *
 * @param family {@code inet} for what a host sends and gets, {@code bridge} for what passes a bridge
 */
public record FilterTable(String family, String name) {

    /** Puts these chains in force, in place of those before, all at once. @param script where to write what the filter reads */
    public void load(Reach reach, Path script, List<String> chains) {
        try {
            Files.writeString(script, script(chains));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + script, e);
        }
        Tool loaded = nft(reach, "-f", script.toString());
        if (!loaded.succeeded()) {
            throw new Failure(
                    "the kernel's packet filter does not take " + script + ": "
                            + loaded.output().strip(),
                    "it needs nf_tables for " + family + ", with connection tracking: see 'modprobe nft_ct'");
        }
    }

    /** Nothing of it is in force any more; it need not be there. */
    public Tool remove(Reach reach) {
        return nft(reach, "delete", "table", family, name);
    }

    /** As {@code nft} prints it, with its counters; fails where it is not. */
    public Tool list(Reach reach) {
        return nft(reach, "list", "table", family, name);
    }

    String script(List<String> chains) {
        String table = "table " + family + " " + name;
        // Deleting what is not there is an error: it is made first.
        return table + "\ndelete " + table + "\n" + table + " {\n" + String.join("\n", chains) + "\n}\n";
    }

    /** Runs the filter's program; fails where it is not installed. */
    static Tool nft(Reach reach, String... words) {
        // An administrator's program: a user's path may leave it out.
        String program = Tool.find("nft").map(Path::toString).orElse("nft");
        return reach.run(Stream.concat(Stream.of(program), Stream.of(words)).toArray(String[]::new));
    }
}
