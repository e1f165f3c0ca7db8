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
import arcade.web.admin.Page;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /admin/promotion?store=&id=}; without an id, a new one. The form brings the version it was made from; when somebody else was
 * first, it is shown again with what was typed, beside each field what he made of it, and the version that is true now.
 */
@Named("promotionDesk")
@RequestScoped
public class PromotionDeskPage extends Page {
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
    private Map<String, String> stored = NEW;
    private Map<String, String> shown = new HashMap<>();
    private Map<String, String> wrong = Map.of();
    private long version;
    private boolean late;

    @PostConstruct
    void read() {
        store = shops.byCode(parameter("store").isEmpty() ? first() : parameter("store"))
                .orElse(null);
        if (store == null) {
            return;
        }
        found = list.byId(store, number("id")).orElse(null);
        if (found != null) {
            stored = of(found.kept());
            version = found.kept().version();
        }
        shown.putAll(stored);
        // Who may not change it sends nothing that counts: what is stored is shown, and tried.
        if (isSent("version") && desk().may("SHOPKEEPER")) {
            FIELDS.forEach(field -> shown.put(field, parameter(field)));
            version = number("version");
        }
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
            answer(promotions.change(acting(), store, wanted.get(), active, version));
        }
    }

    private void answer(PromotionAnswer answer) {
        if (answer instanceof Saved saved) {
            saved(saved.now());
        } else if (answer instanceof ChangedMeanwhile changed) {
            stored = of(changed.now());
            version = changed.now().version();
            late = true;
            refuse("promotion.late");
        } else {
            refuse("promotion.gone");
        }
    }

    private void saved(KeptPromotion now) {
        goTo("/admin/promotion?store=" + store.code() + "&id=" + now.promotion().id() + "&done=done.promotion");
    }

    /** The rule as the form says it; empty: it cannot be one, which the page says beside the fields. */
    public Optional<Promotion> rule() {
        PromotionForm form = new PromotionForm(shown, store.currency(), store.timeZone());
        Optional<Promotion> typed = form.read(
                isFresh() ? 0 : found.promotion().id(),
                handle -> getCategories().stream()
                        .map(CategoryCard::handle)
                        .filter(handle::equals)
                        .findFirst(),
                words -> promotions.product(store, words));
        wrong = form.wrong();
        if (typed.isEmpty()) {
            refuse("promotion.wrong");
        }
        return typed;
    }

    /** It is not stored yet. */
    public boolean isFresh() {
        return found == null;
    }

    public String typed(String field) {
        return shown.getOrDefault(field, "");
    }

    public boolean isTicked(String field) {
        return typed(field).equals(PromotionForm.ON);
    }

    /** What is to be said beside the field; empty: nothing. */
    public String wrong(String field) {
        return wrong.containsKey(field) ? desk().say(wrong.get(field)) : "";
    }

    /** Ids of what stands beside the field; null: nothing does. */
    public String described(String field, boolean hinted) {
        String ids = (hinted ? field + "-hint " : "")
                + (wrong.containsKey(field) ? field + "-wrong " : "")
                + (isOther(field) ? field + "-theirs" : "");
        return ids.isEmpty() ? null : ids.strip();
    }

    /** Whether somebody else left something else in the field. */
    public boolean isOther(String field) {
        return late && !stored.getOrDefault(field, "").equals(typed(field));
    }

    public String stored(String field) {
        return stored.getOrDefault(field, "");
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

    /** The version of the form as it is shown: of the page that was sent, unless that one came too late. */
    public long getVersion() {
        return version;
    }

    public List<CategoryCard> getCategories() {
        return catalog.categories(store);
    }

    public List<String> getStores() {
        return stores.codes();
    }
}
