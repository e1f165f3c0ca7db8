package arcade.web.admin.orders;

import arcade.desk.orders.OrderFile;
import arcade.desk.orders.ParcelDesk;
import arcade.fulfilment.AfterOrder;
import arcade.fulfilment.LineProgress;
import arcade.fulfilment.Outcome;
import arcade.fulfilment.Outcome.Reason;
import arcade.fulfilment.Outcome.Refused;
import arcade.fulfilment.Pieces;
import arcade.fulfilment.ReturnCase;
import arcade.fulfilment.Shipping;
import arcade.shared.Token;
import arcade.web.admin.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of {@code /admin/order?ref=} about what leaves the house and what comes back. */
@Named("parcelDesk")
@RequestScoped
public class ParcelDeskPage extends Page {
    private static final Pattern TURN = Pattern.compile("(delivered|received|refused)/([0-9a-z]{1,64})");

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

    /**
     * A button says by its value what it is for: what is to be done, and with which shipment or return. Others may have come or gone
     * since the page was made. An address, which anybody may make up, does nothing.
     */
    public void turn() {
        Matcher turned = TURN.matcher(parameter("turn"));
        if (file() == null
                || !FacesContext.getCurrentInstance().isPostback()
                || !turned.matches()
                || !Token.isToken(turned.group(2))) {
            return;
        }
        Token ref = new Token(turned.group(2));
        switch (turned.group(1)) {
            case "delivered" -> answer(desk.delivered(acting(), file(), ref), "done.delivered");
            case "received" -> received(ref);
            default -> answer(desk.refuse(acting(), file(), ref, parameter("why-" + ref)), "done.refused");
        }
    }

    private void received(Token back) {
        Map<Integer, Integer> good = new TreeMap<>();
        getOpen().stream()
                .filter(each -> each.ref().equals(back))
                .flatMap(each -> each.lines().stream())
                .map(Pieces::position)
                .forEach(
                        position -> count("good-" + back + "-" + position).ifPresent(some -> good.put(position, some)));
        if (counts.areWrong()) {
            refuse("parcel.counts");
            return;
        }
        answer(desk.received(acting(), file(), back, good), "done.received");
    }

    private void answer(Outcome outcome, String done) {
        if (outcome instanceof Refused refused) {
            // As it is now: somebody may have been first.
            after = null;
            if (refused.reason() == Reason.DECIDED) {
                refuse("back.decided");
            } else {
                refuse("parcel.wrong", refused.detail());
            }
        } else {
            goTo("/admin/order?ref=" + file().order().token() + "&done=" + done);
        }
    }

    private OptionalInt count(String field) {
        return counts.read(field, parameter(field));
    }

    public boolean isToShip() {
        return file() != null && getAfter().lines().stream().anyMatch(line -> line.toShip() > 0);
    }

    /** Returns that wait for a decision. */
    public List<ReturnCase> getOpen() {
        return file() == null
                ? List.of()
                : getAfter().returns().stream()
                        .filter(each -> each.is("REQUESTED"))
                        .toList();
    }

    /** Null where the address is of no order: such a page is not shown. */
    public AfterOrder getAfter() {
        if (after == null && file() != null) {
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
