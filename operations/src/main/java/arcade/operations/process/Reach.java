package arcade.operations.process;

import arcade.operations.home.Failure;
import com.google.gson.annotations.SerializedName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How programs are run on a host: on this machine, in a network namespace of it, or by ssh. Whatever runs somewhere is run by
 * the same script through {@link #shell}; only what stands before it differs.
 *
 * @param target the namespace's name, or {@code user@address}; null on this machine
 * @param port of ssh
 * @param key the private key's file; null: what ssh would take
 * @param knownHosts the file with the host's public key; null: what ssh would take. A host that is not in it is not spoken to
 * @param folder by ssh: where Arcade's files lie there
 * @param java the Java program there
 */
public record Reach(Kind kind, String target, int port, String key, String knownHosts, String folder, String java) {
    /** What ssh itself ends with when the host could not be reached, or did not let us in. */
    private static final int NOT_REACHED = 255;

    private static final int CONNECT_SECONDS = 5;

    /** How a host is reached. */
    public enum Kind {
        /** The machine the command runs on. */
        @SerializedName("local")
        LOCAL,
        /** A network namespace of that machine: addresses of its own, the same processes and files. */
        @SerializedName("namespace")
        NAMESPACE,
        /** Another machine. */
        @SerializedName("ssh")
        SSH
    }

    public static final Reach LOCAL = new Reach(Kind.LOCAL, null, 0, null, null, null, ownJava());

    public static Reach namespace(String name) {
        return new Reach(Kind.NAMESPACE, name, 0, null, null, null, ownJava());
    }

    /** Its processes and files are this machine's. */
    public boolean sharesFiles() {
        return kind != Kind.SSH;
    }

    /** Runs a script of the POSIX shell there, to its end. @throws Failure when the host cannot be reached */
    public Tool shell(String script) {
        Tool done = Tool.run(shellCommand(script), Path.of("/"), Map.of());
        if (kind == Kind.SSH && done.exitCode() == NOT_REACHED) {
            throw new Failure(
                    "the host " + target + " is not reached by ssh: "
                            + done.output().strip(),
                    "see that it runs and lets this user in: 'ssh -p " + port + " " + target + " true'");
        }
        return done;
    }

    /** Runs a program there, to its end. */
    public Tool run(String... words) {
        return shell(quoted(List.of(words)));
    }

    /** What runs a script there: a process of this machine whose input and output are the script's. */
    public List<String> shellCommand(String script) {
        return switch (kind) {
            case LOCAL -> List.of("sh", "-c", script);
            case NAMESPACE -> List.of("nsenter", "--net=/run/netns/" + target, "sh", "-c", script);
            case SSH -> ssh(script);
        };
    }

    /** By ssh: makes a unix socket there answer at a path here, as long as the shared connection lasts. */
    public Tool carry(Path there, Path here) {
        try {
            Files.deleteIfExists(here);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + here, e);
        }
        // The connection must stand, and the master takes a forwarding that it has already for a new one.
        run("true");
        List<String> command = ssh("true");
        command.subList(command.size() - 2, command.size()).clear();
        command.addAll(List.of("-O", "forward", "-L", here + ":" + there, target));
        return Tool.run(command, Path.of("/"), Map.of());
    }

    /** One connection is kept for a minute and shared by all calls: a poll costs no handshake. */
    private List<String> ssh(String script) {
        List<String> command = new ArrayList<>(List.of(
                "ssh",
                "-o",
                "BatchMode=yes",
                "-o",
                "ConnectTimeout=" + CONNECT_SECONDS,
                "-o",
                "ServerAliveInterval=2",
                "-o",
                "ServerAliveCountMax=3",
                "-o",
                "ControlMaster=auto",
                "-o",
                "ControlPersist=60",
                "-o",
                "ControlPath=" + Path.of(System.getProperty("java.io.tmpdir"), "arcade-ssh-%C"),
                "-p",
                Integer.toString(port)));
        if (key != null) {
            command.addAll(List.of("-i", key, "-o", "IdentitiesOnly=yes"));
        }
        if (knownHosts != null) {
            command.addAll(List.of("-o", "UserKnownHostsFile=" + knownHosts));
        }
        // What ssh gets is joined and read by the login shell there.
        command.addAll(List.of("-o", "StrictHostKeyChecking=yes", target, "exec sh -c " + quote(script)));
        return command;
    }

    /** The words as a shell reads them back. */
    public static String quoted(List<String> words) {
        return words.stream().map(Reach::quote).collect(Collectors.joining(" "));
    }

    private static String quote(String word) {
        return word.matches("[A-Za-z0-9_./:=,@%+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private static String ownJava() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    @Override
    public String toString() {
        return kind == Kind.LOCAL ? "this machine" : target;
    }
}
