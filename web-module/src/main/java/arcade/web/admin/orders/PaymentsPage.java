package arcade.web.admin.orders;

import arcade.desk.orders.PaymentsDesk;
import arcade.desk.orders.UnknownPayment;
import arcade.payment.Attention;
import arcade.web.admin.LazyTable;
import arcade.web.admin.Page;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** {@code /admin/payments}: what a human must look at. */
@Named("paymentsPage")
@RequestScoped
public class PaymentsPage extends Page {
    @Inject
    private PaymentsDesk desk;

    private List<UnknownPayment> unknown;
    private LazyTable<Attention.Item> breaks;
    private String note = "";

    @PostConstruct
    void read() {
        unknown = desk.unknown(acting());
        breaks = new LazyTable<>(
                desk::countBreaks, (by, ascending, offset, limit) -> desk.breaks(acting(), offset, limit));
    }

    /** Closes the difference that the form names. */
    public void close() {
        if (desk.close(acting(), parameter("kind"), parameter("subject"), note)) {
            goTo("/admin/payments?done=done.closed");
        } else {
            refuse("payments.note.wrong", Attention.NOTE_LENGTH);
        }
    }

    public List<UnknownPayment> getUnknown() {
        return unknown;
    }

    public LazyTable<Attention.Item> getBreaks() {
        return breaks;
    }

    /** The difference that is about to be closed. */
    public String getKind() {
        return parameter("kind");
    }

    public String getSubject() {
        return parameter("subject");
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note.strip();
    }
}
