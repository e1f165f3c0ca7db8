package arcade.web.admin.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {
    @Test
    void whatIsAskedForIsRead() {
        assertEquals(
                new Period("", LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 28)),
                Period.of("2026-02-01", "2026-02-28"));
    }

    @ParameterizedTest
    @CsvSource({"x, x", "x, -999999999-01-01", "x, +999999999-12-31", "-999999999-01-01, x", "0000-01-01, 0000-01-09"})
    void whatNoDatabaseKnowsBecomesTheLastThirtyDays(String from, String to) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Period period = Period.of(from, to);

        assertEquals(29, period.to().toEpochDay() - period.from().toEpochDay());
        assertEquals(0, today.toEpochDay() - period.to().toEpochDay(), 1);
    }
}
