package arcade.operations.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnknownTimesTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void aDoubtEndsWithAnAnswerNotWithSendingAgain() {
        List<TillLog.Step> steps = List.of(
                step(1, "AUTHORIZING", 0),
                step(1, "UNKNOWN_AUTHORIZATION", 10),
                step(1, "AUTHORIZING", 15),
                step(1, "UNKNOWN_AUTHORIZATION", 25),
                step(1, "AUTHORIZED", 40));

        assertEquals(List.of(30.0), UnknownTimes.seconds(steps));
    }

    @Test
    void eachOperationAndEachPaymentHasItsOwn() {
        List<TillLog.Step> steps = List.of(
                step(1, "UNKNOWN_AUTHORIZATION", 0),
                step(2, "UNKNOWN_CAPTURE", 1),
                step(1, "AUTHORIZED", 2),
                step(2, "CAPTURED", 5),
                step(1, "CAPTURING", 5),
                step(1, "UNKNOWN_CAPTURE", 6),
                step(1, "CAPTURED", 7));

        assertEquals(List.of(2.0, 4.0, 1.0), UnknownTimes.seconds(steps));
    }

    private static TillLog.Step step(long payment, String to, long second) {
        return new TillLog.Step(payment, to, NOON.plusSeconds(second));
    }
}
