package arcade.operations.topology;

/**
 * How often one address may ask, at the router. An IPv6 network of 64 bits counts as one.
 *
 * @param requests of any kind in ten seconds; 0: any number
 * @param forms everything but looking, in a minute; 0: any number
 */
public record Limits(int requests, int forms) {
    static final Limits NONE = new Limits(0, 0);
    static final int MOST = 1_000_000;
}
