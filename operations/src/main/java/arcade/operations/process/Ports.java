package arcade.operations.process;

import arcade.operations.home.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/** TCP ports of this machine. */
public final class Ports {
    /** Below the kernel's range for outgoing connections (from 32768), so that none of those takes a port of ours. */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_000;
    private static final int TRIES = 500;

    private final Random random = new Random();
    private final Set<Integer> given = new HashSet<>();

    /** A port nobody listens on now, never given before by this object. */
    public int free(String address) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            int port = LOWEST + random.nextInt(HIGHEST - LOWEST);
            if (isFree(address, port) && given.add(port)) {
                return port;
            }
        }
        throw new Failure(
                "found no free port between " + LOWEST + " and " + HIGHEST + " on " + address,
                "see who listens there with 'ss -ltnp'");
    }

    public static boolean isFree(String address, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** @throws Failure naming the port and, where it can be seen, the process that listens on it */
    public static void requireFree(String address, int port, String use, String cure) {
        if (isFree(address, port)) {
            return;
        }
        String holder = PortHolder.of(port)
                .map(process -> " by " + process)
                .orElse("; the process that holds it cannot be seen from here");
        throw new Failure("port " + port + ", wanted for " + use + ", is taken" + holder, cure);
    }
}
