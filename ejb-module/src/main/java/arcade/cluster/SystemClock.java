package arcade.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The node's own clock, in UTC. Good for what a shopper sees; leases and due times go by the database's clock. */
@ApplicationScoped
class SystemClock {

    @Produces
    @ApplicationScoped
    Clock clock() {
        return new Ticking();
    }

    /** {@link Clock#systemUTC()} is of a final class, which an application-scoped bean must not be. */
    static class Ticking extends Clock {
        private final Clock system = Clock.systemUTC();

        @Override
        public java.time.ZoneId getZone() {
            return system.getZone();
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return system.withZone(zone);
        }

        @Override
        public java.time.Instant instant() {
            return system.instant();
        }
    }
}
