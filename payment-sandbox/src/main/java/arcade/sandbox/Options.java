package arcade.sandbox;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the command line says.
 *
 * @param port 0 for any free one
 * @param controlPort 0 for any free one
 * @param mailPort 0 for any free one; null: no mail is taken
 * @param publicUrl where a shopper's browser reaches the gateway; null: its own address
 * @param webhookUrl null: no events are delivered
 * @param webhookEvents the types to deliver; all when empty
 */
record Options(
        InetAddress bind,
        int port,
        int controlPort,
        Integer mailPort,
        Path ledger,
        String key,
        String publicUrl,
        URI webhookUrl,
        String webhookSecret,
        Set<String> webhookEvents) {
    static final String USAGE = """
            Usage: java -jar payment-sandbox.jar --port P --control-port C --ledger FILE --key sk_test_...
                     [--webhook-url URL --webhook-secret whsec_... [--webhook-events type,type...]]
                     [--mail-port P] [--bind 127.0.0.1] [--public-url URL]

            A card gateway for development and tests that speaks Stripe's API. Port 0 takes any free port.
            --mail-port: also takes mail, sends none on, and shows it at the control port under /mail.
            """;

    private static final Set<String> NAMES = Set.of(
            "--port",
            "--control-port",
            "--mail-port",
            "--ledger",
            "--key",
            "--webhook-url",
            "--webhook-secret",
            "--webhook-events",
            "--bind",
            "--public-url");

    /** @throws IllegalArgumentException naming the option at fault and what it takes */
    static Options parse(String... arguments) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!NAMES.contains(arguments[i])) {
                throw new IllegalArgumentException("unknown option " + arguments[i] + "; --help lists all");
            }
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + " needs a value");
            }
            given.put(arguments[i], arguments[i + 1]);
        }
        String events = given.getOrDefault("--webhook-events", "");
        return new Options(
                        address(given.getOrDefault("--bind", "127.0.0.1")),
                        port(given, "--port"),
                        port(given, "--control-port"),
                        given.containsKey("--mail-port") ? port(given, "--mail-port") : null,
                        Path.of(required(given, "--ledger")),
                        required(given, "--key"),
                        given.get("--public-url"),
                        given.containsKey("--webhook-url") ? webAddress(given.get("--webhook-url")) : null,
                        given.get("--webhook-secret"),
                        events.isEmpty() ? Set.of() : new HashSet<>(List.of(events.split(","))))
                .validated();
    }

    private Options validated() {
        if (!key.startsWith("sk_test_")) {
            throw new IllegalArgumentException("--key must start with sk_test_: the sandbox takes no real money");
        }
        if (webhookUrl != null && webhookSecret == null) {
            throw new IllegalArgumentException("--webhook-url needs --webhook-secret whsec_... to sign events with");
        }
        return this;
    }

    private static String required(Map<String, String> given, String name) {
        String value = given.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " is missing; --help shows how to call the sandbox");
        }
        return value;
    }

    private static int port(Map<String, String> given, String name) {
        String text = required(given, name);
        boolean isNumber = text.matches("[0-9]{1,5}");
        if (!isNumber || Integer.parseInt(text) > 65535) {
            throw new IllegalArgumentException(name + " must be a number from 0 to 65535, not " + text);
        }
        return Integer.parseInt(text);
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("--bind: this machine does not know the address " + text, e);
        }
    }

    private static URI webAddress(String text) {
        try {
            URI address = new URI(text);
            if (address.getHost() != null && List.of("http", "https").contains(address.getScheme())) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("--webhook-url is no address: " + e.getMessage(), e);
        }
        throw new IllegalArgumentException("--webhook-url must be an http or https address, not " + text);
    }
}
