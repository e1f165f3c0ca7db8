package arcade.operations.host;

import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import arcade.operations.home.Machine;
import arcade.operations.home.Project;
import arcade.operations.process.Launch;
import arcade.operations.process.Ports;
import arcade.operations.process.ProcessMark;
import arcade.operations.process.Reach;
import arcade.operations.process.Tool;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The host of a machine. Whatever a machine is made of is made under the home, brought to the host, and started there by one
 * script: on this machine and in its namespaces bringing is nothing, because they share the files.
 *
 * <p>By ssh the home's folders lie in the host's own folder: {@code releases/…} and {@code machines/…} as in the home, and
 * {@code cache/…} beside them.
 */
public final class Site {
    /** What Arcade makes on a host is its own user's alone. */
    private static final String OWN = "umask 077; ";

    private static final String LISTENING = "0A";

    private final Home home;
    private final Project project;
    private final Machine machine;

    public Site(Home home, Project project, Machine machine) {
        this.home = home;
        this.project = project;
        this.machine = machine;
    }

    public Reach reach() {
        return machine.reach();
    }

    /** Where a path of the home, or of the project's cache, lies on this host. */
    public Path there(Path local) {
        if (reach().sharesFiles()) {
            return local;
        }
        Path folder = Path.of(reach().folder());
        if (local.startsWith(project.cache())) {
            return folder.resolve("cache").resolve(project.cache().relativize(local));
        }
        if (local.startsWith(home.folder())) {
            return folder.resolve(home.folder().relativize(local));
        }
        throw new IllegalArgumentException(local + " lies neither in the home nor in the cache");
    }

    /** Brings a file or a folder with all in it; what is there of the same name is written over. */
    public void bring(Path local) {
        if (!reach().sharesFiles()) {
            copy(local, there(local).getParent());
        }
    }

    /** Brings a folder that never changes once it is there: completely, or not at all. */
    public void bringOnce(Path local) {
        if (reach().sharesFiles() || exists(local)) {
            return;
        }
        Path draft = there(local).resolveSibling(local.getFileName() + ".draft");
        Path made = draft.resolve(local.getFileName());
        require(reach().shell("rm -rf " + quoted(draft)), "make room for " + local.getFileName());
        copy(local, draft);
        require(
                reach().shell("mv " + quoted(made) + " " + word(local) + " && rmdir " + quoted(draft)),
                "put " + local.getFileName() + " in its place");
    }

    /** Whom programs run as there. */
    public String user() {
        return reach().run("id", "-un").output().strip();
    }

    /** A path of the home or the cache as it is there, as a word of a script. */
    public String word(Path local) {
        return quoted(there(local));
    }

    /** Whether a path of the home or the cache is there. */
    public boolean exists(Path local) {
        return reach().run("test", "-e", there(local).toString()).succeeded();
    }

    /** A unix socket of a process there, as it can be connected to from here; by ssh it is carried over. */
    public Path socket(Path local) {
        if (!reach().sharesFiles()) {
            Tool carried = reach().carry(there(local), local);
            require(carried, "carry the socket " + local.getFileName() + " over");
        }
        return local;
    }

    /** What a file says, as it is on the host; empty when there is none. */
    public String read(Path local) {
        Tool read = reach().run("cat", there(local).toString());
        return read.succeeded() ? read.output() : "";
    }

    /** Runs a script there to its end. @throws Failure with what it printed when it does not succeed */
    public String shell(String script, String purpose) {
        Tool done = reach().shell(script);
        require(done, purpose);
        return done.output();
    }

    /** Makes a folder, with those above it. */
    public void makeFolder(Path local) {
        shell(OWN + "mkdir -p " + word(local), "make a folder");
    }

    /**
     * Starts a process there.
     *
     * @param folder working directory, a path of the home
     */
    public ProcessMark launch(String name, List<String> command, Map<String, String> environment, Path folder) {
        Path log = home.log(machine.name());
        if (!reach().sharesFiles()) {
            makeFolder(log.getParent());
        }
        return new Launch(name, reach(), command, environment, there(folder), there(log)).start();
    }

    /** Where the machine's output is, for a person. */
    public String log() {
        String path = there(home.log(machine.name())).toString();
        return reach().sharesFiles() ? path : path + " on " + reach().target();
    }

    /** @throws Failure naming the port, its use and, on this machine, who listens on it */
    public void requireFree(int port, String use, String cure) {
        if (reach().kind() == Reach.Kind.LOCAL) {
            Ports.requireFree(machine.address(), port, use, cure);
        } else if (!isFree(port)) {
            throw new Failure("port " + port + ", wanted for " + use + ", is taken on " + machine.host(), cure);
        }
    }

    /** Whether nobody listens on this port of the machine's address. */
    public boolean isFree(int port) {
        if (reach().kind() == Reach.Kind.LOCAL) {
            return Ports.isFree(machine.address(), port);
        }
        String suffix = String.format(Locale.ROOT, ":%04X", port);
        return shell("cat /proc/net/tcp /proc/net/tcp6", "see which ports are taken")
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields.length > 3 && fields[3].equals(LISTENING))
                .noneMatch(fields -> fields[1].endsWith(suffix));
    }

    private void copy(Path local, Path folder) {
        String pack = "tar -C " + quoted(local.getParent()) + " -cf - " + quoted(local.getFileName());
        String unpack = OWN + "mkdir -p " + quoted(folder) + " && tar -C " + quoted(folder) + " -xpf -";
        // The last of a pipe tells its exit code; an archive that ends too early is an error of the last.
        require(
                Tool.run("sh", "-c", pack + " | " + Reach.quoted(reach().shellCommand(unpack))),
                "copy " + local.getFileName());
    }

    private void require(Tool done, String purpose) {
        if (!done.succeeded()) {
            throw new Failure(
                    "cannot " + purpose + " on " + machine.host() + ": "
                            + done.output().strip(),
                    "see that the disk there has room and that its user may write in "
                            + (reach().sharesFiles() ? home.folder().toString() : reach().folder()));
        }
    }

    private static String quoted(Path path) {
        return Reach.quoted(List.of(path.toString()));
    }
}
