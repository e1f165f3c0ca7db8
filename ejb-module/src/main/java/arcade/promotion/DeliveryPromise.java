package arcade.promotion;

import arcade.store.StoreSetup.Dispatch;
import arcade.store.StoreSetup.Transit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.function.Predicate;

/**
 * The days between which a parcel arrives, counted in {@link WorkingDays}: until it leaves, those of the country that it leaves; on its
 * way, those that are working days at both ends.
 */
public record DeliveryPromise(LocalDate first, LocalDate last) {

    /**
     * @param ordered when the order is placed
     * @param from the days of the store's country
     * @param to the days of the buyer's country
     */
    static DeliveryPromise of(Instant ordered, Dispatch dispatch, Transit transit, WorkingDays from, WorkingDays to) {
        ZonedDateTime there = ordered.atZone(dispatch.timeZone());
        LocalDate today = there.toLocalDate();
        boolean inTime = from.include(today) && there.toLocalTime().isBefore(dispatch.cutOff());
        LocalDate leaves =
                after(inTime ? today : after(today, 1, from::include), dispatch.handlingDays(), from::include);
        Predicate<LocalDate> onTheWay = day -> from.include(day) && to.include(day);
        return new DeliveryPromise(
                after(leaves, transit.leastDays(), onTheWay), after(leaves, transit.mostDays(), onTheWay));
    }

    private static LocalDate after(LocalDate day, int workingDays, Predicate<LocalDate> isOne) {
        LocalDate at = day;
        for (int left = workingDays; left > 0; ) {
            at = at.plusDays(1);
            left -= isOne.test(at) ? 1 : 0;
        }
        return at;
    }
}
