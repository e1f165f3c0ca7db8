package arcade.operations.topology;

import arcade.operations.process.Reach;

/**
 * A computer, or a part of one.
 *
 * @param address the IP address the others reach it at
 * @param inside of the router's host in a laboratory: its second address, in the private network; else null
 * @param reach how programs are run on it
 */
public record Host(String name, String address, String inside, Reach reach) {

    /** Its address is nobody else's business: machines on it get free ports, so that two clusters fit on one computer. */
    public boolean loopback() {
        return address.startsWith("127.") || address.equals("::1");
    }
}
