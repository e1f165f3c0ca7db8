package arcade.operations.route;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.SocketFactory;

/**
 * Sockets that connect to the address in a file, whatever the URL says; read anew at each connection, so that who writes the file
 * moves the next connections. Without the system property that names the file, they connect where the URL says.
 */
abstract class RoutedSocketFactory extends SocketFactory {
    private final Optional<Path> file;

    RoutedSocketFactory(String property) {
        file = Optional.ofNullable(System.getProperty(property)).map(Path::of);
    }

    /** What the driver calls; it connects by itself, with its own time limit. */
    @Override
    public Socket createSocket() {
        return new RoutedSocket(file);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return createSocket(host, port);
    }

    private Socket connected(InetSocketAddress address) throws IOException {
        Socket socket = createSocket();
        socket.connect(address);
        return socket;
    }
}
