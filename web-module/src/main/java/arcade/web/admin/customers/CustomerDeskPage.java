package arcade.web.admin.customers;

import arcade.desk.customers.CustomerDesk;
import arcade.desk.customers.CustomerDesk.Answer;
import arcade.desk.customers.CustomerFile;
import arcade.desk.customers.CustomerRef;
import arcade.desk.orders.FoundOrder;
import arcade.web.admin.LazyTable;
import arcade.web.admin.Page;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** {@code /admin/customer?ref=}: one buyer, what is held of him, and how it is erased. */
@Named("customerDesk")
@RequestScoped
public class CustomerDeskPage extends Page {
    @Inject
    private CustomerDesk desk;

    private CustomerRef ref;
    private CustomerFile file;
    private LazyTable<FoundOrder> orders;
    private String confirmation = "";
    private boolean notConfirmed;

    @PostConstruct
    void read() {
        ref = CustomerRef.parse(parameter("ref")).orElse(null);
        file = ref == null ? null : desk.open(ref).orElse(null);
        orders = new LazyTable<>(
                () -> file == null ? 0 : file.holding().orders().size(),
                (by, ascending, offset, limit) -> desk.orders(file, offset, limit));
    }

    /** Before the page is shown. A form that is sent again, after its buyer was erased, is answered as the first time. */
    public void check() {
        boolean again = ref != null && isSent("work") && desk().may("ADMIN") && desk.wasErased(ref);
        if (file == null && !again) {
            missing();
        }
    }

    public void erase() {
        Answer answer = desk.erase(acting(), ref, confirmation);
        switch (answer) {
            case DONE -> goTo("/admin/customers?done=done.erased");
            case ORDERS_OPEN -> refuse("customer.erase.open");
            case NOT_HIS_ADDRESS -> {
                notConfirmed = true;
                refuse("customer.erase.not");
            }
            case NOBODY -> missing();
        }
    }

    public CustomerFile getFile() {
        return file;
    }

    public LazyTable<FoundOrder> getOrders() {
        return orders;
    }

    public String getConfirmation() {
        return confirmation;
    }

    public void setConfirmation(String confirmation) {
        this.confirmation = confirmation.strip();
    }

    public boolean isNotConfirmed() {
        return notConfirmed;
    }
}
