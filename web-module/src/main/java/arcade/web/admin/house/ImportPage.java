package arcade.web.admin.house;

import arcade.desk.catalogue.KeptImport;
import arcade.desk.catalogue.TakeBackDesk;
import arcade.desk.catalogue.TakeBackPlan;
import arcade.desk.catalogue.TakeBackPlan.Line;
import arcade.desk.catalogue.TakeBackPlan.Outcome;
import arcade.store.Store;
import arcade.store.Stores;
import arcade.web.admin.Page;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;

/** {@code /admin/import?number=}: an import that was done at the desk, and what taking it back would do. */
@Named("importPage")
@RequestScoped
public class ImportPage extends Page {
    /** Lines on the page: those that need to be read come first. */
    private static final int MOST_LINES = 500;

    @Inject
    private TakeBackDesk desk;

    @Inject
    private Stores stores;

    private KeptImport of;
    private Store store;
    private TakeBackPlan plan;
    private TakeBackDesk.TakenBack done;

    @PostConstruct
    void read() {
        of = desk.find(number("number")).orElse(null);
        store = of == null ? null : stores.byId(of.store()).orElse(null);
        done = of == null ? null : desk.outcome(of).orElse(null);
    }

    /** Before the page is shown for the first time; a form that is sent brings what was seen. */
    public void look() {
        if (store != null && of.stockDue()) {
            // Whoever took it back did not come to its end.
            desk.goOn(store.id());
            read();
        }
        if (store != null && of.canBeTakenBack()) {
            plan = desk.preview(acting(), of);
        }
    }

    public void apply() {
        if (store == null) {
            return;
        }
        if (desk.apply(acting(), store, of.number(), parameter("seen")) instanceof TakeBackDesk.Other other) {
            plan = other.now();
            refuse("import.changed");
        } else {
            // Also for the second of two clicks: the page says what the first one did.
            goTo(address());
        }
    }

    private String address() {
        return "/admin/import?number=" + of.number();
    }

    public String parts(Line line) {
        return line.parts().stream()
                .map(part -> desk().word("import.part", part.name()))
                .collect(Collectors.joining(", "));
    }

    public long count(String outcome) {
        return plan.count(Outcome.valueOf(outcome));
    }

    public List<Line> getLines() {
        return plan.first(MOST_LINES);
    }

    /** Whether there is a button: also while what it sent is read, before there is a plan. */
    public boolean isApplicable() {
        return plan == null ? isSent("seen") : !plan.isNothing();
    }

    public boolean isCut() {
        return plan.lines().size() > MOST_LINES;
    }

    public int getMostLines() {
        return MOST_LINES;
    }

    public int getDays() {
        return desk.days();
    }

    public int getMost() {
        return desk.most();
    }

    /** Null: nothing is known of it. */
    public KeptImport getOf() {
        return of;
    }

    public Store getStore() {
        return store;
    }

    /** Null: there is nothing to look at. */
    public TakeBackPlan getPlan() {
        return plan;
    }

    /** Null: it was not taken back. */
    public TakeBackDesk.TakenBack getDone() {
        return done;
    }
}
