package arcade.mail;

import arcade.fulfilment.AfterOrder;
import arcade.fulfilment.AfterOrders;
import arcade.fulfilment.LineProgress;
import arcade.fulfilment.Pieces;
import arcade.fulfilment.ReturnCase;
import arcade.fulfilment.Shipment;
import arcade.ordering.OrderView;
import arcade.shared.Money;
import arcade.shared.Token;
import arcade.shared.Wording;
import arcade.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Letters about what becomes of a paid order: pieces on their way, pieces that come back, a contract withdrawn from. */
@ApplicationScoped
class AfterOrderLetters {
    @Inject
    private AfterOrders afterOrders;

    Letter write(QueuedMail mail, Store store, OrderView order, String page) {
        AfterOrder after = afterOrders.of(store, order);
        Token subject = new Token(mail.subject());
        Wording words = new Wording(AfterOrderLetters.class, "letters", store.locale());
        return mail.template().equals("order-shipped")
                ? shipped(words, store, order, after, shipment(after, subject), page)
                : returned(words, store, order, after, returned(after, subject), page);
    }

    private static Letter shipped(
            Wording words, Store store, OrderView order, AfterOrder after, Shipment shipment, String page) {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(words.say("shipped.way", OrderLetters.number(order), shipment.carrier()));
        if (!shipment.trackingNumber().isEmpty()) {
            paragraphs.add(words.say("shipped.number", shipment.trackingNumber()));
        }
        if (after.lines().stream().anyMatch(line -> line.toShip() > 0)) {
            paragraphs.add(words.say("shipped.more"));
        }
        Letter.Button button = shipment.trackingUrl()
                .map(url -> new Letter.Button(words.say("button.track"), url))
                .orElseGet(() -> new Letter.Button(words.say("button.order"), page));
        return new Letter(
                store.locale(),
                store.name(),
                words.say("shipped.subject", OrderLetters.number(order), store.name()),
                words.say("shipped.headline"),
                paragraphs,
                Optional.of(table(words, after.lines(), shipment.lines(), store)),
                Optional.of(button),
                words.say("closing", store.name()));
    }

    /** Of a withdrawal it is the receipt that the law asks for: what was stated, and when. */
    private static Letter returned(
            Wording words, Store store, OrderView order, AfterOrder after, ReturnCase returned, String page) {
        boolean withdrawn = returned.kind() == ReturnCase.Kind.WITHDRAWAL;
        String kind = withdrawn ? "withdrawn" : "return";
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(
                withdrawn
                        ? words.say(
                                "withdrawn.statement",
                                order.buyer().name(),
                                OrderLetters.number(order),
                                moment(returned.requestedAt(), store.locale()))
                        : words.say("return.asked", OrderLetters.number(order)));
        if (!returned.lines().isEmpty()) {
            paragraphs.add(words.say(kind + ".back"));
        }
        if (!returned.unsent().isEmpty()) {
            paragraphs.add(words.say("withdrawn.unsent"));
        }
        List<Pieces> pieces = Stream.concat(returned.lines().stream(), returned.unsent().stream())
                .toList();
        return new Letter(
                store.locale(),
                store.name(),
                words.say(kind + ".subject", OrderLetters.number(order), store.name()),
                words.say(kind + ".headline"),
                paragraphs,
                Optional.of(table(words, after.lines(), pieces, store)),
                Optional.of(new Letter.Button(words.say("button.order"), page)),
                words.say("closing", store.name()));
    }

    private static Letter.Table table(Wording words, List<LineProgress> lines, List<Pieces> pieces, Store store) {
        return new Letter.Table(
                pieces.stream()
                        .map(some -> {
                            LineProgress line = lines.get(some.position() - 1);
                            Money amount = new Money(line.unitMinor(), store.currency()).times(some.count());
                            return new Letter.Line(
                                    words.say("quantity", some.count()),
                                    line.title(),
                                    line.variantTitle(),
                                    amount.format(store.locale()));
                        })
                        .toList(),
                List.of());
    }

    private static String moment(Instant at, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .format(at.atZone(ZoneOffset.UTC))
                + " UTC";
    }

    private static Shipment shipment(AfterOrder after, Token ref) {
        return after.shipments().stream()
                .filter(each -> each.ref().equals(ref))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no shipment " + ref));
    }

    private static ReturnCase returned(AfterOrder after, Token ref) {
        return after.returns().stream()
                .filter(each -> each.ref().equals(ref))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no return " + ref));
    }
}
