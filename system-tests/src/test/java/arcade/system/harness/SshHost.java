package arcade.system.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Another machine, as far as one machine can be: a namespace with a cable to this one, in which a real {@code sshd} listens. It shares
 * the processor and the disk; Arcade is told neither.
 */
public final class SshHost implements AutoCloseable {
    public static final String OURS = "10.79.0.1";
    public static final String THEIRS = "10.79.0.2";
    private static final String NAME = "arcade-ssh";

    private final Path folder;

    /** @param folder for its keys and for what is brought to it */
    public SshHost(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder.resolve("srv"));
            Files.writeString(
                    folder.resolve("sshd_config"),
                    String.join(
                            "\n",
                            "Port 22",
                            "ListenAddress " + THEIRS,
                            "HostKey " + folder.resolve("host"),
                            "PidFile " + folder.resolve("pid"),
                            "AuthorizedKeysFile " + folder.resolve("key.pub"),
                            "PermitRootLogin prohibit-password",
                            "PasswordAuthentication no",
                            "StrictModes no",
                            "MaxSessions 50",
                            ""));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + folder, e);
        }
        shell(
                "rm -f host host.pub key key.pub; ssh-keygen -q -t ed25519 -N '' -f host; ssh-keygen -q -t ed25519 -N '' -f key");
        shell("echo '" + THEIRS + "' \"$(cat host.pub)\" > known-hosts; mkdir -p /run/sshd");
        forget();
        shell("ip netns add " + NAME + " && ip link add ar-ssh type veth peer name eth0 netns " + NAME
                + " && ip addr add " + OURS + "/24 dev ar-ssh && ip link set ar-ssh up && ip -n " + NAME
                + " link set lo up && ip -n " + NAME + " addr add " + THEIRS + "/24 dev eth0 && ip -n " + NAME
                + " link set eth0 up");
        listen();
    }

    public void listen() {
        shell("nsenter --net=/run/netns/" + NAME
                + " $(command -v sshd || echo /usr/sbin/sshd) -f sshd_config -E sshd.log");
        Waiting.until("sshd listens", () -> Files.exists(folder.resolve("pid")));
    }

    /** No new connection is let in, and the one that was kept is ended. */
    public void leave() {
        shell("kill $(cat pid); rm -f pid; ssh -O exit -o ControlPath=/tmp/arcade-ssh-%C root@" + THEIRS
                + " 2>/dev/null || true");
    }

    /** As a topology describes it. */
    public String description() {
        return "{address: " + THEIRS + ", reach: ssh, user: root, key: " + folder.resolve("key") + ", known-hosts: "
                + folder.resolve("known-hosts") + ", folder: " + folder.resolve("srv") + ", java: "
                + Path.of(System.getProperty("java.home"), "bin", "java") + "}";
    }

    /** What was brought there. */
    public Path files() {
        return folder.resolve("srv");
    }

    @Override
    public void close() {
        leave();
        shell("ip netns delete " + NAME);
    }

    /** A run that was cut short leaves the machine on: its processes, its namespace and the cable to it. */
    private void forget() {
        shell("if [ -e /run/netns/" + NAME + " ]; then ip netns pids " + NAME + " | xargs -r kill; ip netns delete "
                + NAME + "; fi; while ip link show ar-ssh >/dev/null 2>&1; do sleep 0.1; done");
    }

    private void shell(String script) {
        new Command(folder).run(List.of("sh", "-c", script)).expect(0);
    }
}
