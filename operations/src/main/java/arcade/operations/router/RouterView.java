package arcade.operations.router;

import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;

/** What the router says of its nodes, over its runtime socket. */
public final class RouterView {
    private static final int NAME = 3;
    private static final int ADMIN_STATE = 6;
    /** Forced maintenance, forced or inherited drain, as HAProxy's management guide numbers them. */
    private static final int DRAIN = 0x01 | 0x08 | 0x10;

    private final Home home;

    public RouterView(Home home) {
        this.home = home;
    }

    /** Names of nodes that get no new visitors; empty when the router does not answer. */
    public Set<String> draining() {
        return command("show servers state pages")
                .lines()
                .map(line -> line.split(" "))
                .filter(fields -> fields.length > ADMIN_STATE && fields[ADMIN_STATE].matches("\\d+"))
                .filter(fields -> (Integer.parseInt(fields[ADMIN_STATE]) & DRAIN) != 0)
                .map(fields -> fields[NAME])
                .collect(Collectors.toUnmodifiableSet());
    }

    private String command(String text) {
        if (!home.cluster().hasRouter()) {
            return "";
        }
        try {
            return new RuntimeSocket(home).ask(text);
        } catch (IOException | Failure e) {
            return "";
        }
    }
}
