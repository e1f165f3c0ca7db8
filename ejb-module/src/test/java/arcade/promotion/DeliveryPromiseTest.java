package arcade.promotion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arcade.shared.Money;
import arcade.store.StoreSetup.Dispatch;
import arcade.store.StoreSetup.Transit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryPromiseTest {
    private static final String BERLIN = "Europe/Berlin";
    private static final String MONDAY_NOON = "2026-11-23T11:00:00Z";

    // In November Berlin is an hour before UTC, New York five behind it; the 23rd is a Monday.
    @ParameterizedTest
    @CsvSource({
        // ordered (UTC), time zone, cut-off, handling, least, most, first, last
        "2026-11-23T11:00:00Z, Europe/Berlin,    14:00, 0, 1, 3, 2026-11-24, 2026-11-26",
        // The last moment in time, and the first one too late.
        "2026-11-23T12:59:59Z, Europe/Berlin,    14:00, 0, 1, 3, 2026-11-24, 2026-11-26",
        "2026-11-23T13:00:00Z, Europe/Berlin,    14:00, 0, 1, 3, 2026-11-25, 2026-11-27",
        // The same moment is in time where the clocks are behind, and another day where they are ahead.
        "2026-11-23T13:00:00Z, America/New_York, 14:00, 0, 1, 1, 2026-11-24, 2026-11-24",
        "2026-11-23T15:30:00Z, Asia/Tokyo,       14:00, 0, 1, 1, 2026-11-25, 2026-11-25",
        // In summer Berlin is two hours ahead.
        "2026-07-20T12:00:00Z, Europe/Berlin,    14:00, 0, 1, 1, 2026-07-22, 2026-07-22",
        // Over the weekend: on the way, before it leaves, ordered on it, ordered too late before it.
        "2026-11-26T11:00:00Z, Europe/Berlin,    14:00, 0, 1, 2, 2026-11-27, 2026-11-30",
        "2026-11-27T11:00:00Z, Europe/Berlin,    14:00, 1, 1, 2, 2026-12-01, 2026-12-02",
        "2026-11-28T11:00:00Z, Europe/Berlin,    14:00, 0, 1, 1, 2026-12-01, 2026-12-01",
        "2026-11-29T20:00:00Z, Europe/Berlin,    14:00, 0, 1, 1, 2026-12-01, 2026-12-01",
        "2026-11-27T13:00:00Z, Europe/Berlin,    14:00, 0, 1, 1, 2026-12-01, 2026-12-01",
        // Two weeks of working days; nothing on the way.
        "2026-11-23T11:00:00Z, Europe/Berlin,    14:00, 2, 8, 8, 2026-12-07, 2026-12-07",
        "2026-11-23T11:00:00Z, Europe/Berlin,    14:00, 0, 0, 0, 2026-11-23, 2026-11-23",
        // New Year; Christmas, of whose two days one is a Saturday; ordered on it; Easter; Ascension Day before it
        // leaves.
        "2026-12-31T11:00:00Z, Europe/Berlin,    14:00, 0, 1, 2, 2027-01-04, 2027-01-05",
        "2026-12-23T11:00:00Z, Europe/Berlin,    14:00, 0, 1, 3, 2026-12-24, 2026-12-29",
        "2026-12-25T11:00:00Z, Europe/Berlin,    14:00, 0, 1, 1, 2026-12-29, 2026-12-29",
        "2027-03-25T11:00:00Z, Europe/Berlin,    14:00, 0, 1, 2, 2027-03-30, 2027-03-31",
        "2027-05-05T11:00:00Z, Europe/Berlin,    14:00, 1, 1, 1, 2027-05-10, 2027-05-10",
    })
    void workingDaysAreCountedFromTheStoresOwnDay(
            Instant ordered,
            String zone,
            String cutOff,
            int handling,
            int least,
            int most,
            LocalDate first,
            LocalDate last) {
        Optional<DeliveryPromise> promise = tariff(
                        Optional.of(Dispatch.of(zone, cutOff, handling)), Optional.of(new Transit(least, most)))
                .promise("DE", ordered);

        assertEquals(Optional.of(new DeliveryPromise(first, last)), promise);
    }

    /** The 26th of October is Austria's holiday, in 2026 a Monday; the 3rd is Germany's, in 2028 a Tuesday. */
    @ParameterizedTest
    @CsvSource({
        "2026-10-22T10:00:00Z, DE, AT, 2026-10-23, 2026-10-27",
        "2026-10-22T10:00:00Z, DE, DE, 2026-10-23, 2026-10-26",
        "2028-10-02T10:00:00Z, DE, AT, 2028-10-04, 2028-10-05",
        "2028-10-02T10:00:00Z, AT, DE, 2028-10-04, 2028-10-05",
        "2028-10-02T10:00:00Z, AT, AT, 2028-10-03, 2028-10-04",
        // Of Zz nobody knows a holiday.
        "2028-10-02T10:00:00Z, ZZ, ZZ, 2028-10-03, 2028-10-04",
        "2026-12-24T10:00:00Z, ZZ, ZZ, 2026-12-25, 2026-12-28",
    })
    void holidaysCountAtBothEndsOfTheWay(Instant ordered, String from, String to, LocalDate first, LocalDate last) {
        Tariff tariff = tariff(from, to, Optional.of(Dispatch.of(BERLIN, "14:00", 0)), Optional.of(new Transit(1, 2)));

        assertEquals(Optional.of(new DeliveryPromise(first, last)), tariff.promise(to, ordered));
    }

    @Test
    void whatNobodySaidIsNotPromised() {
        Instant ordered = Instant.parse(MONDAY_NOON);
        Optional<Dispatch> leaves = Optional.of(Dispatch.of(BERLIN, "14:00", 0));
        Optional<Transit> transit = Optional.of(new Transit(1, 2));

        assertEquals(Optional.empty(), tariff(Optional.empty(), transit).promise("DE", ordered));
        assertEquals(Optional.empty(), tariff(leaves, Optional.empty()).promise("DE", ordered));
        assertEquals(Optional.empty(), tariff(leaves, transit).promise("US", ordered));
    }

    private static Tariff tariff(Optional<Dispatch> dispatch, Optional<Transit> transit) {
        return tariff("DE", "DE", dispatch, transit);
    }

    private static Tariff tariff(String from, String to, Optional<Dispatch> dispatch, Optional<Transit> transit) {
        return new Tariff(
                from,
                List.of(to),
                Map.of(to, new Tariff.Rate(Money.of(490, "EUR"), Optional.empty(), transit)),
                Map.of(),
                dispatch);
    }
}
