package arcade.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** Another clock, so much earlier or later; goes right again when the process is started again. */
final class AdjustableClock extends Clock {
    private final Clock base;
    private volatile Duration offset = Duration.ZERO;

    AdjustableClock(Clock base) {
        this.base = base;
    }

    void setOffset(Duration offset) {
        this.offset = offset;
    }

    Duration offset() {
        return offset;
    }

    @Override
    public Instant instant() {
        return base.instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the gateway knows only UTC");
    }
}
