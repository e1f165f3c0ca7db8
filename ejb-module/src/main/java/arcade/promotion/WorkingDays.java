package arcade.promotion;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The days on which a country sends and brings parcels: Monday to Friday but for its public holidays, by Jollyday's calendars. Holidays
 * of a part of a country are not known, nor those of a country without a calendar.
 */
final class WorkingDays {
    private static final Set<String> KNOWN = HolidayManager.getSupportedCalendarCodes().stream()
            .map(code -> code.toUpperCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    // The library would look for its configuration each time.
    private static final Map<String, WorkingDays> BY_COUNTRY = new ConcurrentHashMap<>();

    private final Optional<HolidayManager> holidays;

    private WorkingDays(Optional<HolidayManager> holidays) {
        this.holidays = holidays;
    }

    /** @param country ISO 3166 code */
    static WorkingDays of(String country) {
        return BY_COUNTRY.computeIfAbsent(country, WorkingDays::read);
    }

    private static WorkingDays read(String country) {
        return new WorkingDays(
                KNOWN.contains(country)
                        ? Optional.of(HolidayManager.getInstance(ManagerParameters.create(country)))
                        : Optional.empty());
    }

    boolean include(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0
                && holidays.filter(calendar -> calendar.isHoliday(day, HolidayType.PUBLIC_HOLIDAY))
                        .isEmpty();
    }
}
