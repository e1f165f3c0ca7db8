package arcade.web.admin.house;

import arcade.desk.house.StoreDesk;
import arcade.desk.house.StoreDesk.Listed;
import arcade.web.admin.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** {@code /admin/stores}: all shops. */
@Named("storesPage")
@RequestScoped
public class StoresPage extends Page {
    @Inject
    private StoreDesk desk;

    public List<Listed> getAll() {
        return desk.all();
    }
}
