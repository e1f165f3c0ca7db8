package arcade.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WaitingForTheNextTryTest {
    @Test
    void eachWaitIsTwiceTheLastUntilTwoHours() {
        assertEquals(Duration.ofSeconds(15), MailRound.wait(1));
        assertEquals(Duration.ofSeconds(30), MailRound.wait(2));
        assertEquals(Duration.ofHours(2), MailRound.wait(11));
        assertEquals(Duration.ofHours(2), MailRound.wait(1_000_000));
    }

    @Test
    void itIsTriedForAboutThreeDays() {
        Duration all = Duration.ZERO;
        for (int tries = 1; tries < MailRound.MOST_TRIES; tries++) {
            all = all.plus(MailRound.wait(tries));
        }
        assertTrue(all.toHours() >= 66 && all.toHours() <= 78, all.toString());
    }
}
