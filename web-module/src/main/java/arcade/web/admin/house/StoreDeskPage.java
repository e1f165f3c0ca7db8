package arcade.web.admin.house;

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
    private StoreForm form = new StoreForm();

    @PostConstruct
    void read() {
        Optional<StoreSetup> setup = desk.setup(parameter("code"));
        known = setup.isPresent();
        setup.ifPresent(store -> form = StoreForm.of(store));
    }

    public void save() {
        try {
            StoreSetup setup = form.setup();
            if (!known && desk.setup(setup.code()).isPresent()) {
                refuse("store.code.taken", setup.code());
            } else if (setup.domains().stream().anyMatch(backoffice::isOwn)) {
                refuse("store.host.backoffice");
            } else {
                desk.put(acting(), setup);
                goTo("/admin/store?code=" + setup.code() + "&done=done.store");
            }
        } catch (IllegalArgumentException e) {
            refuse("store.wrong", e.getMessage());
        } catch (HostTaken e) {
            refuse("store.host.taken", e.getMessage());
        }
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
