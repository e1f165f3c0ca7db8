package arcade.promotion;

import arcade.store.StoreSetup.Dispatch;
import arcade.store.StoreSetup.Transit;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/**
 * The days between which a parcel arrives, counted in working days, Monday to Friday: those until it leaves and those on its way.
 * Public holidays are not known; the later day should leave room for them.
 */
public record DeliveryPromise(LocalDate first, LocalDate last) {

    /** @param ordered when the order is placed */
    static DeliveryPromise of(Instant ordered, Dispatch dispatch, Transit transit) {
        ZonedDateTime there = ordered.atZone(dispatch.timeZone());
        LocalDate today = there.toLocalDate();
        boolean inTime = isWorkingDay(today) && there.toLocalTime().isBefore(dispatch.cutOff());
        LocalDate leaves = after(inTime ? today : after(today, 1), dispatch.handlingDays());
        return new DeliveryPromise(after(leaves, transit.leastDays()), after(leaves, transit.mostDays()));
    }

    private static LocalDate after(LocalDate day, int workingDays) {
        LocalDate at = day;
        for (int left = workingDays; left > 0; ) {
            at = at.plusDays(1);
            left -= isWorkingDay(at) ? 1 : 0;
        }
        return at;
    }

    private static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
    }
}
