package arcade.desk.house;

import java.time.Instant;

/** What a node said of itself last. @param silentSeconds since then, by the database's clock */
public record NodeBeat(
        String name,
        String roles,
        String release,
        Instant startedAt,
        int sessions,
        long heapBytes,
        long silentSeconds) {

    /** It says something each five seconds. */
    public boolean isAlive() {
        return silentSeconds < 15;
    }
}
