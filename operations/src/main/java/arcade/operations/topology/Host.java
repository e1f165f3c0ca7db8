package arcade.operations.topology;

/**
 * A computer, or a part of one.
 *
 * @param address the IP address the other machines reach it at
 * @param reach how the command starts processes on it
 */
public record Host(String name, String address, Reach reach) {

    /** How a host is reached. */
    public enum Reach {
        /** It is the machine the command runs on. */
        LOCAL
    }

    public boolean loopback() {
        return address.startsWith("127.") || address.equals("::1");
    }
}
