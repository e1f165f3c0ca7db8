package arcade.till.simulation;

import arcade.till.gateway.Gateway;
import arcade.till.gateway.RefundGateway;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The till's real {@link Gateway} on a carrier in memory. Making one is slow, so each thread keeps one for all its schedules. */
final class SimulatedClient {
    /** Kept here, because loggers that nobody holds forget that they are off. */
    private static final List<Logger> SILENT =
            List.of(Logger.getLogger(Gateway.class.getName()), Logger.getLogger(RefundGateway.class.getName()));

    private static final ThreadLocal<SimulatedClient> OF_THIS_THREAD = ThreadLocal.withInitial(SimulatedClient::new);

    final SimulatedCarrier carrier = new SimulatedCarrier();
    final Gateway gateway = new Gateway("http://gateway", "sk_test_simulated", carrier);

    private SimulatedClient() {
        SILENT.forEach(logger -> logger.setLevel(Level.OFF));
    }

    static SimulatedClient get() {
        return OF_THIS_THREAD.get();
    }
}
