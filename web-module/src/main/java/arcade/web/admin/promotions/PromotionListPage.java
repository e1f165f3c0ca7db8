package arcade.web.admin.promotions;

import arcade.desk.house.StoreDesk;
import arcade.desk.promotions.FoundPromotion;
import arcade.desk.promotions.PromotionAnswer;
import arcade.desk.promotions.PromotionAnswer.Gone;
import arcade.desk.promotions.PromotionDesk;
import arcade.desk.promotions.PromotionList;
import arcade.desk.promotions.PromotionQuery;
import arcade.desk.promotions.PromotionState;
import arcade.store.Stores;
import arcade.web.admin.LazyTable;
import arcade.web.admin.Page;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /admin/promotions?q=&store=&state=}. */
@Named("promotionList")
@RequestScoped
public class PromotionListPage extends Page {
    private static final Pattern TURN = Pattern.compile("([a-z0-9-]{1,40})/([0-9]{1,18})/(on|off)");

    @Inject
    private PromotionList list;

    @Inject
    private PromotionDesk promotions;

    @Inject
    private Stores shops;

    @Inject
    private StoreDesk stores;

    private PromotionQuery query;
    private LazyTable<FoundPromotion> rows;

    @PostConstruct
    void read() {
        query = new PromotionQuery(parameter("q"), parameter("store"), parameter("state"));
        rows = new LazyTable<>(
                () -> list.count(query), (by, ascending, offset, limit) -> list.find(query, offset, limit));
    }

    /**
     * A button of the table says by its value what it is for: the shop, the number, on or off. Rows may have moved meanwhile. An
     * address, which anybody may make up, turns nothing.
     */
    public void turn() {
        Matcher turned = TURN.matcher(parameter("turn"));
        if (!FacesContext.getCurrentInstance().isPostback() || !turned.matches()) {
            return;
        }
        boolean active = turned.group(3).equals("on");
        PromotionAnswer answer = shops.byCode(turned.group(1))
                .map(store -> promotions.turn(acting(), store, Long.parseLong(turned.group(2)), active))
                .orElseGet(Gone::new);
        if (answer instanceof Gone) {
            refuse("promotion.gone");
        } else {
            goTo("/admin/promotions?q=" + encoded(query.words()) + "&store=" + encoded(query.store()) + "&state="
                    + query.state() + "&done=" + (active ? "done.promotion.resumed" : "done.promotion.stopped"));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public String what(FoundPromotion found) {
        return PromotionText.what(found, desk());
    }

    public String from(FoundPromotion found) {
        return found.promotion()
                .from()
                .map(at -> PromotionText.shown(at, found.store(), desk()))
                .orElse("");
    }

    public String until(FoundPromotion found) {
        return found.promotion()
                .until()
                .map(at -> PromotionText.shown(at, found.store(), desk()))
                .orElse("");
    }

    public String used(FoundPromotion found) {
        return PromotionText.used(found, desk());
    }

    public PromotionQuery getQuery() {
        return query;
    }

    public LazyTable<FoundPromotion> getRows() {
        return rows;
    }

    public List<String> getStores() {
        return stores.codes();
    }

    public PromotionState[] getStates() {
        return PromotionState.values();
    }
}
