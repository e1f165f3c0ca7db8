package arcade.operations.load;

import java.net.URI;

/**
 * A shop as a shopper reaches it: the name is asked for, the address is connected to. Names under {@code .localhost}
 * are not known to every resolver.
 *
 * @param address {@code http://127.0.0.1:8080}, without a slash at the end
 * @param host {@code arcade.localhost:8080}
 */
record Target(String address, String host) {
    URI at(String path) {
        return URI.create(address + path);
    }

    String origin() {
        return "http://" + host;
    }

    /** Where a link or a redirect leads: the shop by its name is the shop at this address. */
    URI resolve(URI from, String link) {
        return link.startsWith(origin() + "/") ? at(link.substring(origin().length())) : from.resolve(link);
    }

    boolean holds(URI uri) {
        return (uri.getScheme() + "://" + uri.getAuthority()).equals(address);
    }
}
