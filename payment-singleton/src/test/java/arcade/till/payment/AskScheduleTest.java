package arcade.till.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AskScheduleTest {
    @Test
    void asksAsWrittenCountedFromWhenItBecameUnknownAndThenHourly() {
        List<Long> asksAt = new ArrayList<>();
        Duration sinceUnknown = Duration.ZERO;
        for (int asked = 0; asked < 7; asked++) {
            sinceUnknown = sinceUnknown.plus(AskSchedule.next(asked));
            asksAt.add(sinceUnknown.toSeconds());
        }

        assertEquals(List.of(5L, 15L, 60L, 300L, 3600L, 7200L, 10_800L), asksAt);
    }

    @Test
    void aHumanIsToldWhenTheLastOfItWentByWithoutAnAnswer() {
        assertFalse(AskSchedule.isOver(4));
        assertTrue(AskSchedule.isOver(5));
    }
}
