package arcade.web.account;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Where a request comes from, for counting its failures. The router says it and takes away what others said. Of an IPv6 address the
 * network counts: a household has 2^64 of them.
 */
final class NetworkAddress {
    private static final int IPV6_BYTES = 16;
    private static final int NETWORK_BYTES = 8;

    private NetworkAddress() {}

    static String of(HttpServletRequest request) {
        String forwarded = request.getHeader("X-Forwarded-For");
        return network(
                forwarded == null
                        ? request.getRemoteAddr()
                        : forwarded.substring(forwarded.lastIndexOf(',') + 1).strip());
    }

    static String network(String address) {
        // Only what is a number: a name would be looked up.
        if (!address.matches("[0-9a-fA-F:.]{2,45}") || !address.contains(":")) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == IPV6_BYTES
                    ? InetAddress.getByAddress(Arrays.copyOf(Arrays.copyOf(bytes, NETWORK_BYTES), IPV6_BYTES))
                            .getHostAddress()
                    : InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
