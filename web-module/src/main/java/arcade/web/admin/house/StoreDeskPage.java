package arcade.web.admin.house;

import arcade.desk.house.ShownStore;
import arcade.desk.house.StoreDesk;
import arcade.store.HostTaken;
import arcade.store.StoreSetup;
import arcade.web.admin.BackofficeHosts;
import arcade.web.admin.Page;
import arcade.web.store.Assets;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code /admin/store?code=}: one shop, or a new one. Nothing is restarted. */
@Named("storeDesk")
@RequestScoped
public class StoreDeskPage extends Page {
    @Inject
    private StoreDesk desk;

    @Inject
    private BackofficeHosts backoffice;

    @Inject
    private Assets assets;

    private boolean known;
    private String mark = "";
    private StoreForm form = new StoreForm();
    private StoreForm stored = form;
    private boolean late;

    @PostConstruct
    void read() {
        Optional<ShownStore> shown = desk.open(parameter("code"));
        known = shown.isPresent();
        shown.ifPresent(store -> {
            form = StoreForm.of(store.setup());
            mark = store.mark();
        });
    }

    public void save() {
        try {
            StoreSetup setup = form.setup();
            if (setup.domains().stream().anyMatch(backoffice::isOwn)) {
                refuse("store.host.backoffice");
                return;
            }
            Optional<ShownStore> others = desk.put(acting(), setup, known ? getMark() : "");
            if (others.isEmpty()) {
                goTo("/admin/store?code=" + setup.code() + "&done=done.store");
            } else if (known) {
                stored = StoreForm.of(others.get().setup());
                mark = others.get().mark();
                late = true;
                refuse("store.late");
            } else {
                refuse("store.code.taken", setup.code());
            }
        } catch (IllegalArgumentException e) {
            refuse("store.wrong", e.getMessage());
        } catch (HostTaken e) {
            refuse("store.host.taken", e.getMessage());
        }
    }

    /** Of the shop that the form is shown from: as the page that was sent says, unless that one came too late. */
    public String getMark() {
        return late || !isSent("mark") ? mark : parameter("mark");
    }

    /** Whether somebody else was first and put something else into a field than is typed here. */
    public boolean isOther(String typed, String now) {
        return late && !inOneLine(typed).equals(inOneLine(now));
    }

    public static String inOneLine(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining(", "));
    }

    /** What is stored now, once {@link #isLate}. */
    public StoreForm getStored() {
        return stored;
    }

    /** Somebody else was first. */
    public boolean isLate() {
        return late;
    }

    /** It exists: its code and its currency stay. */
    public boolean isKnown() {
        return known;
    }

    /** The looks that there are, by comma. */
    public String getLooks() {
        return String.join(", ", assets.looks());
    }

    public StoreForm getForm() {
        return form;
    }
}
