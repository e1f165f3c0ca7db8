package arcade.sandbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The gateway as a process of its own, which can be killed. */
final class SandboxProcess implements AutoCloseable {
    private final Process process;
    private final String ready;

    private SandboxProcess(Process process, String ready) {
        this.process = process;
        this.ready = ready;
    }

    /** @param wrapper the command that starts it, such as a shell that sets a limit; may be empty */
    static SandboxProcess start(Path ledger, String... wrapper) throws IOException {
        List<String> command = new ArrayList<>(List.of(wrapper));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                PaymentSandbox.class.getName(),
                "--port",
                "0",
                "--control-port",
                "0",
                "--ledger",
                ledger.toString(),
                "--key",
                RunningSandbox.KEY));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        // Left open: the process would fail if it printed to a pipe that nobody holds.
        BufferedReader out = process.inputReader();
        return new SandboxProcess(process, out.readLine());
    }

    String api() {
        return ready.replaceAll(".*api=(\\S+).*", "$1");
    }

    String control() {
        return ready.replaceAll(".*control=(\\S+).*", "$1");
    }

    /** Kills it. */
    @Override
    public void close() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
