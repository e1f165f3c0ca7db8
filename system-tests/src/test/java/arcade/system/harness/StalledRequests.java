package arcade.system.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Visitors who begin to send a form and never end: the node that got one has a request in flight until somebody loses patience. */
public final class StalledRequests implements AutoCloseable {
    private final List<Socket> sockets = new ArrayList<>();

    /** @param count enough that each node gets one */
    public StalledRequests(Cluster cluster, int count) {
        Machine router = cluster.only("router");
        String head = "POST /cart/add HTTP/1.1\r\nHost: arcade.localhost:" + cluster.routerPort()
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nsku=";
        try {
            for (int number = 0; number < count; number++) {
                Socket socket = new Socket(router.address(), router.port("http"));
                sockets.add(socket);
                socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
            }
        } catch (IOException e) {
            close();
            throw new UncheckedIOException("the router takes no visitors", e);
        }
    }

    public int count() {
        return sockets.size();
    }

    @Override
    public void close() {
        for (Socket socket : sockets) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot hang up", e);
            }
        }
    }
}
