package arcade.sandbox;

import arcade.sandbox.ledger.JournalFailure;
import java.io.IOException;
import java.time.Clock;
import java.util.List;

/** The command. */
public final class PaymentSandbox {
    private PaymentSandbox() {}

    /** Prints {@code ready ...} when it listens, and runs until it is ended; a wrong call exits with 2, a failure with 1. */
    public static void main(String[] arguments) {
        // Read by the JDK's server when it is first used: answers are small and wanted at once, requests arrive within
        // 30 s.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxReqTime", "30");
        if (List.of(arguments).contains("--help")) {
            System.out.print(Options.USAGE);
            return;
        }
        try {
            Options options = Options.parse(arguments);
            Sandbox sandbox = Sandbox.start(options, Clock.systemUTC());
            String host = options.bind().getHostAddress();
            System.out.printf(
                    "ready api=http://%s:%d control=http://%s:%d ledger=%s%s%n",
                    host,
                    sandbox.port(),
                    host,
                    sandbox.controlPort(),
                    options.ledger().toAbsolutePath(),
                    sandbox.mailPort().isPresent()
                            ? " mail=" + host + ":" + sandbox.mailPort().getAsInt()
                            : "");
        } catch (IllegalArgumentException e) {
            fail(2, e.getMessage());
        } catch (IllegalStateException | JournalFailure | IOException e) {
            fail(1, e.getMessage());
        }
    }

    private static void fail(int status, String message) {
        System.err.println("payment-sandbox: " + message);
        System.exit(status);
    }
}
