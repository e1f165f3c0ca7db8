package arcade.operations.topology;

/**
 * Where staff comes in.
 *
 * @param domain the host name; no shop's
 * @param port the router's, on its private side where it has one
 * @param admin mail address of the first account
 */
public record Backoffice(String domain, int port, String admin) {
    static final String USUAL_DOMAIN = "backoffice.arcade.localhost";
    static final int USUAL_PORT = 8090;
}
