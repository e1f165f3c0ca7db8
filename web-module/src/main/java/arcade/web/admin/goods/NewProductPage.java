package arcade.web.admin.goods;

import arcade.catalog.importing.file.TypedDraft;
import arcade.catalog.importing.file.TypedDraft.Choice;
import arcade.catalog.importing.file.TypedDraft.Wrong;
import arcade.desk.goods.NewProductDesk;
import arcade.desk.goods.NewProductDesk.Category;
import arcade.desk.house.StoreDesk;
import arcade.shared.Token;
import arcade.store.Store;
import arcade.store.Stores;
import arcade.web.admin.Page;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/**
 * {@code /admin/product-new?store=}: what the product is and by what it is chosen; then the grid of its variants; then it is saved. All
 * that is typed is in the page, and every click brings all of it.
 */
@Named("newProduct")
@RequestScoped
public class NewProductPage extends Page {
    @Inject
    private NewProductDesk desk;

    @Inject
    private StoreDesk storeDesk;

    @Inject
    private Stores stores;

    private List<String> codes;
    private Store store;
    private List<Category> categories = List.of();
    private TypedDraft draft;
    private boolean grid;

    @PostConstruct
    void read() {
        codes = storeDesk.codes();
        String code = codes.size() == 1 ? codes.get(0) : parameter("store");
        store = stores.byCode(code).orElse(null);
        if (store != null) {
            categories = desk.categories(store);
            draft = desk.read(acting(), store, isSent("key") ? typed() : Map.of());
            grid = isSent("grid");
        }
    }

    /** The first step: the grid of variants is shown, or else what must be put right before. */
    public void look() {
        if (store == null) {
            missing();
            return;
        }
        draft = desk.look(acting(), store, typed());
        if (draft.wrong().isEmpty()) {
            grid = true;
        } else {
            refuse("new.refused", draft.wrong().size());
        }
    }

    public void save() {
        if (store == null) {
            missing();
            return;
        }
        grid = true;
        Token key = new Token(getKey());
        OptionalLong product = desk.save(acting(), store, typed(), draft, key);
        if (product.isPresent()) {
            goTo("/admin/product?id=" + product.getAsLong() + "&done=done.product.new");
        } else {
            refuse("new.refused", draft.wrong().size());
        }
    }

    private static Map<String, String> typed() {
        return FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
    }

    /** What stands in a field: what was typed, or the handle or SKU that is proposed. */
    public String value(String field) {
        String typed = parameter(field);
        if (!typed.isEmpty()) {
            return typed;
        }
        return field.equals("handle") ? draft.handle() : proposed(field);
    }

    private String proposed(String field) {
        return draft.choices().stream()
                .filter(choice -> field.equals("sku:" + choice.key()))
                .map(choice -> choice.proposed().value())
                .findFirst()
                .orElse("");
    }

    /** What is wrong with a field, in words; empty: nothing, or nothing was typed yet. */
    public String problem(String field) {
        Wrong wrong = isSent("key") ? draft.wrong().get(field) : null;
        return wrong == null
                ? ""
                : desk().say(
                                "new.wrong." + wrong.name().toLowerCase(Locale.ROOT),
                                TypedDraft.MOST_VARIANTS,
                                desk.dearest());
    }

    public List<Choice> getChoices() {
        return draft.choices();
    }

    public boolean isGrid() {
        return grid;
    }

    /** Once for each form: sent twice, it makes one product. */
    public String getKey() {
        return Token.isToken(parameter("key"))
                ? parameter("key")
                : Token.random().value();
    }

    /** Null until one is chosen. */
    public Store getStore() {
        return store;
    }

    public List<String> getStores() {
        return codes;
    }

    public List<Category> getCategories() {
        return categories;
    }
}
