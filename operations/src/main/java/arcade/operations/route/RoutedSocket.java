package arcade.operations.route;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A socket that goes to the address in a file. */
final class RoutedSocket extends Socket {
    private final Optional<Path> file;

    RoutedSocket(Optional<Path> file) {
        this.file = file;
    }

    /** {@link Socket#connect(SocketAddress)} comes by here, too. */
    @Override
    public void connect(SocketAddress named, int timeoutMillis) throws IOException {
        super.connect(file.isPresent() ? read(file.get()) : named, timeoutMillis);
    }

    private static SocketAddress read(Path file) throws IOException {
        String line = Files.readString(file).strip();
        int colon = line.lastIndexOf(':');
        if (colon < 1 || !line.substring(colon + 1).matches("[0-9]{1,5}")) {
            throw new IOException(file + " holds '" + line + "', no address:port");
        }
        return new InetSocketAddress(line.substring(0, colon), Integer.parseInt(line.substring(colon + 1)));
    }
}
