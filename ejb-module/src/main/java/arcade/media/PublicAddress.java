package arcade.media;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Keeps fetches away from this machine and its private network. */
final class PublicAddress {
    private PublicAddress() {}

    /** @throws NotAPicture the name is unknown, or one of its addresses is not a public one */
    static void check(String host) throws NotAPicture {
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (!isPublic(address)) {
                    throw new NotAPicture("the host " + host + " is not a public one");
                }
            }
        } catch (UnknownHostException e) {
            throw new NotAPicture("the host " + host + " is unknown");
        }
    }

    static boolean isPublic(InetAddress address) {
        boolean special = address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        byte[] bytes = address.getAddress();
        return !special && (address instanceof Inet4Address ? isPublicV4(bytes) : isPublicV6(bytes));
    }

    /** Not: this network, shared carrier space, protocol assignments, documentation, benchmarks, reserved. */
    private static boolean isPublicV4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        int third = bytes[2] & 0xff;
        boolean special = first == 0
                || first >= 240
                || first == 100 && second >= 64 && second < 128
                || first == 192 && second == 0
                || first == 198 && (second == 18 || second == 19 || second == 51 && third == 100)
                || first == 203 && second == 0 && third == 113;
        return !special;
    }

    /** Only global unicast, without 6to4, Teredo and documentation, which may carry an inner address. */
    private static boolean isPublicV6(byte[] bytes) {
        int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        int second = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
        boolean tunnel = first == 0x2002 || first == 0x2001 && (second == 0 || second == 0x0db8);
        return (first & 0xe000) == 0x2000 && !tunnel;
    }
}
