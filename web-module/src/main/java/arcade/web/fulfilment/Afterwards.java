package arcade.web.fulfilment;

import arcade.fulfilment.AfterOrder;
import arcade.fulfilment.Moment;
import arcade.fulfilment.Shipment;
import arcade.invoicing.Invoice;
import arcade.invoicing.InvoiceKind;
import arcade.ordering.OrderState;
import arcade.ordering.OrderView;
import arcade.shared.Wording;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;

/**
 * What the order's page says of the time after the order.
 *
 * @param documents that were issued
 * @param done what the buyer did just now: cancel, return, withdraw; else empty
 */
public record Afterwards(OrderView order, AfterOrder after, List<Invoice> documents, String done, Wording words) {

    public Afterwards {
        documents = List.copyOf(documents);
    }

    public boolean isPaid() {
        return order.state() == OrderState.PAID;
    }

    public List<Invoice> creditNotes() {
        return documents.stream()
                .filter(each -> each.kind() == InvoiceKind.CREDIT_NOTE)
                .toList();
    }

    public boolean isDone(String what) {
        return done.equals(what);
    }

    /** What happened, oldest first, and what comes next. */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        after.moments().forEach(moment -> steps.add(step(moment)));
        if (isPaid()) {
            if (after.lines().stream().anyMatch(line -> line.toShip() > 0)) {
                steps.add(next(words.say("after.next.shipped")));
            } else if (after.shipments().stream()
                    .anyMatch(each -> each.deliveredAt().isEmpty())) {
                steps.add(next(words.say("after.next.delivered")));
            }
        }
        return steps;
    }

    private static Step next(String text) {
        return new Step(text, "", "", "", "");
    }

    private Step step(Moment moment) {
        String text = words.say(
                switch (moment.kind()) {
                    case PLACED -> "after.placed";
                    case PAID -> "after.paid";
                    case SHIPPED -> "after.shipped";
                    case DELIVERED -> "after.delivered";
                    case CANCELLED -> "after.cancelled";
                    case WITHDRAWN -> "after.withdrawn";
                    case RETURN_REQUESTED -> "after.return.requested";
                    case RETURN_RECEIVED -> "after.return.received";
                    case RETURN_REFUSED -> "after.return.refused";
                    case REFUNDED -> "after.refunded";
                });
        return new Step(text, day(moment.at()), moment.at().toString(), detail(moment), follow(moment));
    }

    private String detail(Moment moment) {
        return switch (moment.kind()) {
            case SHIPPED -> moment.shipment().map(this::carrier).orElse("");
            case RETURN_REFUSED ->
                moment.returned().flatMap(each -> each.refusal()).orElse("");
            case REFUNDED ->
                moment.amount().map(amount -> amount.format(words.locale())).orElse("");
            default -> "";
        };
    }

    private String carrier(Shipment shipment) {
        return shipment.trackingNumber().isEmpty()
                ? shipment.carrier()
                : shipment.carrier() + ", " + words.say("after.number", shipment.trackingNumber());
    }

    private static String follow(Moment moment) {
        return moment.kind() == Moment.Kind.SHIPPED
                ? moment.shipment().flatMap(Shipment::trackingUrl).orElse("")
                : "";
    }

    private String day(Instant at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(words.locale())
                .format(at.atZone(ZoneOffset.UTC));
    }
}
