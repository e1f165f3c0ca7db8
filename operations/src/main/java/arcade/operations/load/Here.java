package arcade.operations.load;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;

/** Load is made on this machine's own addresses only. */
final class Here {
    private static final String NAMES_OF_ITSELF = ".localhost";

    private Here() {}

    static boolean isThisMachine(String host) {
        if (host == null || host.equals("localhost") || host.endsWith(NAMES_OF_ITSELF)) {
            return host != null;
        }
        try {
            InetAddress address = InetAddress.getByName(host);
            return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
        } catch (UnknownHostException | SocketException e) {
            return false;
        }
    }
}
