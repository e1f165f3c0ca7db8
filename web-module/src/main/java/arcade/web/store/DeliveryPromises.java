package arcade.web.store;

import arcade.promotion.DeliveryPromise;
import arcade.promotion.Tariffs;
import arcade.shared.Wording;
import arcade.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** When an order placed now is at its buyer's door, in words of the store's language. */
@ApplicationScoped
public class DeliveryPromises {
    @Inject
    private Tariffs tariffs;

    @Inject
    private Clock clock;

    /** Empty: nobody said how long it takes, and nothing is promised. @param country ISO 3166 code */
    public String of(Store store, String country) {
        return tariffs.of(store)
                .promise(country, clock.instant())
                .map(promise -> text(Words.of(store), promise))
                .orElse("");
    }

    static String text(Wording words, DeliveryPromise promise) {
        LocalDate first = promise.first();
        LocalDate last = promise.last();
        if (first.equals(last)) {
            return words.say("delivery.promise.day", day(words, "delivery.day", last));
        }
        boolean sameMonth = first.getMonth() == last.getMonth();
        return words.say(
                "delivery.promise.days",
                day(words, sameMonth ? "delivery.day.short" : "delivery.day", first),
                day(words, "delivery.day", last));
    }

    private static String day(Wording words, String pattern, LocalDate day) {
        return DateTimeFormatter.ofPattern(words.say(pattern), words.locale()).format(day);
    }
}
