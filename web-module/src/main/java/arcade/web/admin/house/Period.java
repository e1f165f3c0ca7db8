package arcade.web.admin.house;

import arcade.reporting.OrdersPerDay;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/**
 * The days a report is about, UTC's, and the store.
 *
 * @param to inclusive
 */
public record Period(String store, LocalDate from, LocalDate to) {
    private static final int USUAL_DAYS = 30;
    /** Days that a database knows; there are more in Java. */
    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);

    private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

    /** What cannot be read, is too far away or too long, becomes the last thirty days up to the end. */
    static Period of(String from, String to) {
        LocalDate last = day(to, LocalDate.now(ZoneOffset.UTC));
        LocalDate first = day(from, last.minusDays(USUAL_DAYS - 1L));
        boolean readable = !first.isAfter(last) && first.isAfter(last.minusDays(OrdersPerDay.MOST_DAYS));
        return new Period("", readable ? first : last.minusDays(USUAL_DAYS - 1L), last);
    }

    Period of(String code) {
        return new Period(code, from, to);
    }

    private static LocalDate day(String text, LocalDate otherwise) {
        try {
            LocalDate day = LocalDate.parse(text);
            return day.isBefore(EARLIEST) || day.isAfter(LATEST) ? otherwise : day;
        } catch (DateTimeParseException e) {
            return otherwise;
        }
    }
}
