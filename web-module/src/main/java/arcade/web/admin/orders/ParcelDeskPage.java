package arcade.web.admin.orders;

import arcade.desk.orders.OrderFile;
import arcade.desk.orders.ParcelDesk;
import arcade.fulfilment.AfterOrder;
import arcade.fulfilment.LineProgress;
import arcade.fulfilment.Outcome;
import arcade.fulfilment.Outcome.Refused;
import arcade.fulfilment.Pieces;
import arcade.fulfilment.ReturnCase;
import arcade.fulfilment.Shipping;
import arcade.shared.Token;
import arcade.web.admin.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** The part of {@code /admin/order?ref=} about what leaves the house and what comes back. */
@Named("parcelDesk")
@RequestScoped
public class ParcelDeskPage extends Page {
    private final TypedCounts counts = new TypedCounts();

    @Inject
    private ParcelDesk desk;

    @Inject
    private OrderDeskPage page;

    private AfterOrder after;
    private String carrier = "";
    private String number = "";
    private String url = "";

    public void ship() {
        Map<Integer, Integer> pieces = new TreeMap<>();
        for (LineProgress line : getAfter().lines()) {
            int some = count("send-" + line.position()).orElse(0);
            if (some != 0) {
                pieces.put(line.position(), some);
            }
        }
        if (counts.areWrong()) {
            refuse("parcel.counts");
            return;
        }
        Optional<String> tracking = Optional.of(url).filter(address -> !address.isEmpty());
        answer(
                desk.ship(acting(), file(), new Shipping(page.getKey(), carrier, number, tracking, pieces)),
                "done.shipped");
    }

    public void delivered(String shipment) {
        answer(desk.delivered(acting(), file(), new Token(shipment)), "done.delivered");
    }

    public void received(String back) {
        Map<Integer, Integer> good = new TreeMap<>();
        getOpen().stream()
                .filter(each -> each.ref().value().equals(back))
                .flatMap(each -> each.lines().stream())
                .map(Pieces::position)
                .forEach(
                        position -> count("good-" + back + "-" + position).ifPresent(some -> good.put(position, some)));
        if (counts.areWrong()) {
            refuse("parcel.counts");
            return;
        }
        answer(desk.received(acting(), file(), new Token(back), good), "done.received");
    }

    public void turnDown(String back) {
        answer(desk.refuse(acting(), file(), new Token(back), parameter("why-" + back)), "done.refused");
    }

    private void answer(Outcome outcome, String done) {
        if (outcome instanceof Refused refused) {
            refuse("parcel.wrong", refused.detail());
        } else {
            goTo("/admin/order?ref=" + file().order().token() + "&done=" + done);
        }
    }

    private OptionalInt count(String field) {
        return counts.read(field, parameter(field));
    }

    public boolean isToShip() {
        return getAfter().lines().stream().anyMatch(line -> line.toShip() > 0);
    }

    /** Returns that wait for a decision. */
    public List<ReturnCase> getOpen() {
        return getAfter().returns().stream()
                .filter(each -> each.is("REQUESTED"))
                .toList();
    }

    public AfterOrder getAfter() {
        if (after == null) {
            after = desk.look(file());
        }
        return after;
    }

    public String title(int position) {
        LineProgress line = getAfter().lines().get(position - 1);
        return line.title() + " " + line.variantTitle();
    }

    /** What stands in the field of a count: what was typed, whatever it is, or all there are. */
    public String typed(String field, int all) {
        return isSent(field) ? parameter(field) : Integer.toString(all);
    }

    public boolean isWrong(String field) {
        return counts.isWrong(field);
    }

    public String why(String back) {
        return parameter("why-" + back);
    }

    private OrderFile file() {
        return page.getFile();
    }

    public String getCarrier() {
        return carrier;
    }

    public void setCarrier(String carrier) {
        this.carrier = carrier.strip();
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number.strip();
    }

    public String getUrl() {
        return url;
    }

    public void setUrl(String url) {
        this.url = url.strip();
    }
}
