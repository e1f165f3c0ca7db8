package arcade.web.admin.promotions;

import arcade.catalog.Catalog;
import arcade.catalog.CategoryCard;
import arcade.desk.house.StoreDesk;
import arcade.desk.promotions.FoundPromotion;
import arcade.desk.promotions.PromotionAnswer;
import arcade.desk.promotions.PromotionAnswer.ChangedMeanwhile;
import arcade.desk.promotions.PromotionAnswer.Saved;
import arcade.desk.promotions.PromotionDesk;
import arcade.desk.promotions.PromotionList;
import arcade.promotion.KeptPromotion;
import arcade.promotion.Promotion;
import arcade.store.Store;
import arcade.store.Stores;
import arcade.web.admin.FormPage;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /admin/promotion?store=&id=}; without an id, a new one. */
@Named("promotionDesk")
@RequestScoped
public class PromotionDeskPage extends FormPage {
    private static final List<String> FIELDS = List.of(
            "name",
            "kind",
            "percent",
            "amount",
            "paid",
            "free",
            "scope",
            "category",
            "product",
            "least",
            "coupon",
            "priority",
            "stacks",
            "from",
            "until",
            "uses",
            "buyer",
            "active");
    private static final Map<String, String> NEW =
            Map.of("kind", "PERCENTAGE", "scope", "EVERYTHING", "priority", "0", "stacks", "on", "active", "on");

    @Inject
    private PromotionDesk promotions;

    @Inject
    private PromotionList list;

    @Inject
    private Stores shops;

    @Inject
    private StoreDesk stores;

    @Inject
    private Catalog catalog;

    private Store store;
    private FoundPromotion found;

    @PostConstruct
    void read() {
        store = shops.byCode(parameter("store").isEmpty() ? first() : parameter("store"))
                .orElse(null);
        if (store == null) {
            return;
        }
        found = list.byId(store, number("id")).orElse(null);
        if (found == null) {
            read(NEW, 0, FIELDS);
        } else {
            read(of(found.kept()), found.kept().version(), FIELDS);
        }
    }

    @Override
    protected String kind() {
        return "promotion";
    }

    @Override
    public String label(String field) {
        return desk().say("promotion.field." + field, store.currency(), store.timeZone());
    }

    private Map<String, String> of(KeptPromotion kept) {
        return PromotionForm.of(kept, store.currency(), store.timeZone());
    }

    private String first() {
        return stores.codes().stream().findFirst().orElse("");
    }

    /** Before the page is shown: an address of no rule is no page. */
    public void check() {
        if (store == null || found == null && number("id") != 0) {
            missing();
        }
    }

    public void save() {
        Optional<Promotion> wanted = rule();
        if (wanted.isEmpty()) {
            return;
        }
        boolean active = isTicked("active");
        if (isFresh()) {
            saved(promotions.add(acting(), store, wanted.get(), active));
        } else {
            answer(promotions.change(acting(), store, wanted.get(), active, getVersion()));
        }
    }

    private void answer(PromotionAnswer answer) {
        if (answer instanceof Saved saved) {
            saved(saved.now());
        } else if (answer instanceof ChangedMeanwhile changed) {
            tooLate(of(changed.now()), changed.now().version(), "promotion.late");
        } else {
            refuse("promotion.gone");
        }
    }

    private void saved(KeptPromotion now) {
        goTo("/admin/promotion?store=" + store.code() + "&id=" + now.promotion().id() + "&done=done.promotion");
    }

    /** The rule as the form says it; empty: it cannot be one, which the page says beside the fields. */
    public Optional<Promotion> rule() {
        PromotionForm form = new PromotionForm(typed(), store.currency(), store.timeZone());
        Optional<Promotion> typed = form.read(
                isFresh() ? 0 : found.promotion().id(),
                handle -> getCategories().stream()
                        .map(CategoryCard::handle)
                        .filter(handle::equals)
                        .findFirst(),
                words -> promotions.product(store, words));
        say(form.wrong());
        if (typed.isEmpty()) {
            refuse("promotion.wrong");
        }
        return typed;
    }

    /** It is not stored yet. */
    public boolean isFresh() {
        return found == null;
    }

    public Store getStore() {
        return store;
    }

    public FoundPromotion getFound() {
        return found;
    }

    public String getUsed() {
        return PromotionText.used(found, desk());
    }

    public List<CategoryCard> getCategories() {
        return catalog.categories(store);
    }

    public List<String> getStores() {
        return stores.codes();
    }
}
