package arcade.web.account;

import arcade.customer.CustomerOrders.Summary;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** When orders were placed, as the store's language writes a day. */
public record OrderDates(Locale locale) {

    public String day(Summary order) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(order.placedAt().atZone(ZoneOffset.UTC));
    }

    /** As a word: a number would get a point for its thousands. */
    public String number(Summary order) {
        return order.number().isPresent() ? Long.toString(order.number().getAsLong()) : "";
    }
}
