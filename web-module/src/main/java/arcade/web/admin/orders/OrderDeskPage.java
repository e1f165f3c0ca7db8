package arcade.web.admin.orders;

import arcade.customer.PersonalData;
import arcade.desk.orders.OrderDesk;
import arcade.desk.orders.OrderFile;
import arcade.payment.PaymentState;
import arcade.payment.PaymentWishes.Cancellation;
import arcade.payment.RefundDecision;
import arcade.payment.RefundDecision.Reason;
import arcade.payment.RefundDecision.Refused;
import arcade.shared.Money;
import arcade.shared.Token;
import arcade.web.admin.MoneyText;
import arcade.web.admin.Page;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.OptionalLong;

/** {@code /admin/order?ref=}: all of one order, and what can be done about it. */
@Named("orderDesk")
@RequestScoped
public class OrderDeskPage extends Page {
    @Inject
    private OrderDesk desk;

    private OrderFile file;
    private String note = "";
    private String amount = "";
    private String reason = "";

    @PostConstruct
    void read() {
        String ref = parameter("ref");
        file = Token.isToken(ref) ? desk.open(new Token(ref)).orElse(null) : null;
    }

    /** Before the page is shown: an address of no order is no page. */
    public void check() {
        if (file == null) {
            missing();
        }
    }

    public void write() {
        if (file == null) {
            return;
        }
        if (desk.note(acting(), token(), note, key())) {
            goTo(address("done.note"));
        } else {
            refuse("order.note.wrong");
        }
    }

    /** An empty amount gives all back that is left. */
    public void refund() {
        OptionalLong minor;
        try {
            minor = amount.isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(
                            MoneyText.minor(amount, file.order().total().currency()));
        } catch (IllegalArgumentException e) {
            refuse("money.wrong", amount);
            return;
        }
        RefundDecision decision = desk.refund(acting(), token(), minor, number("seen"), reason, key());
        if (decision instanceof Refused refused && refused.reason() == Reason.CHANGED) {
            Money seen = new Money(number("seen"), file.refundable().currency());
            file = desk.open(token()).orElseThrow();
            refuse(
                    "refund.wrong.changed",
                    desk().money(file.refundable()),
                    amount.isEmpty() ? desk().money(seen) : amount);
        } else if (decision instanceof Refused refused) {
            refuse("refund.wrong." + refused.reason().name().toLowerCase(Locale.ROOT), desk().money(file.refundable()));
        } else {
            goTo(address("done.refund"));
        }
    }

    public void cancel() {
        Cancellation answer = desk.cancel(acting(), token());
        if (answer == Cancellation.UNDERWAY || answer == Cancellation.OVER) {
            goTo(address("done.cancel"));
        } else {
            refuse("cancel." + answer.name().toLowerCase(Locale.ROOT));
        }
    }

    public void askNow() {
        desk.askNow(token());
        goTo(address("done.asked"));
    }

    /** Whether there is money to give back, or was when the page was made: whoever comes too late is told so. */
    public boolean isRefundable() {
        return file != null && (file.refundable().minor() > 0 || number("seen") > 0);
    }

    /** Whether there is something to void, and nothing was taken. */
    public boolean isCancellable() {
        return file != null && isCancellable(file.order().payment().state());
    }

    private static boolean isCancellable(PaymentState state) {
        return switch (state) {
            case REQUESTED, AUTHORIZING, REQUIRES_ACTION, AUTHORIZED, DECLINED, UNKNOWN_AUTHORIZATION -> true;
            case CAPTURING,
                    CAPTURED,
                    UNKNOWN_CAPTURE,
                    CAPTURE_FAILED,
                    VOIDING,
                    VOIDED,
                    UNKNOWN_VOID,
                    EXPIRED,
                    ABANDONED -> false;
        };
    }

    /** Whether it is still known who bought it. */
    public boolean isBuyerKnown() {
        return file != null && !PersonalData.isErased(file.order().buyer().email());
    }

    /** Whether the gateway owes an answer. */
    public boolean isWaiting() {
        return file != null && isWaiting(file.order().payment().state());
    }

    private static boolean isWaiting(PaymentState state) {
        return state.name().startsWith("UNKNOWN") || state == PaymentState.REQUIRES_ACTION;
    }

    /** A key for the forms of the page as it is shown now: sent twice, they do it once. */
    public String getKey() {
        String sent = parameter("key");
        return Token.isToken(sent) ? sent : Token.random().value();
    }

    private static Token key() {
        String key = parameter("key");
        return Token.isToken(key) ? new Token(key) : Token.random();
    }

    private Token token() {
        return file.order().token();
    }

    private String address(String done) {
        return "/admin/order?ref=" + token() + "&done=" + done;
    }

    public OrderFile getFile() {
        return file;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    public String getAmount() {
        return amount;
    }

    public void setAmount(String amount) {
        this.amount = amount.strip();
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason.strip();
    }
}
