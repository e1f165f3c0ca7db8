package arcade.web.admin.goods;

import arcade.desk.goods.GoodsQuery;
import arcade.desk.goods.PriceChange;
import arcade.desk.goods.PriceDesk;
import arcade.desk.goods.PricePreview;
import arcade.desk.house.StoreDesk;
import arcade.web.admin.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** {@code /admin/prices}: many prices at once. What is applied is what was looked at. */
@Named("pricesPage")
@RequestScoped
public class PricesPage extends Page {
    @Inject
    private PriceDesk desk;

    @Inject
    private StoreDesk stores;

    private String store = parameter("store");
    private String words = parameter("q");
    private String percent = "";
    /** Minor units of a step, and what is taken off. */
    private String rounding = "1-0";

    private PricePreview preview;

    public void look() {
        try {
            wish().ifPresent(change -> preview = desk.preview(acting(), change));
        } catch (PriceChange.TooDear e) {
            refuse("prices.wrong.dear");
        }
    }

    public void apply() {
        Optional<PriceChange> change = wish();
        if (change.isEmpty()) {
            return;
        }
        PriceDesk.Applied applied;
        try {
            applied = desk.apply(acting(), change.get(), parameter("seen"));
        } catch (PriceChange.TooDear e) {
            refuse("prices.wrong.dear");
            return;
        }
        if (applied.entry().isPresent()) {
            goTo("/admin/prices?done=done.prices&entry=" + applied.entry().getAsLong() + "&count="
                    + applied.preview().lines().size());
        } else {
            preview = applied.preview();
            refuse("prices.changed");
        }
    }

    public void undo() {
        Optional<PriceDesk.TakenBack> done = desk.undo(acting(), number("entry"));
        if (done.isEmpty()) {
            refuse("prices.undo.none");
        } else {
            goTo("/admin/prices?done=done.undo&changed=" + done.get().changed() + "&kept="
                    + done.get().kept());
        }
    }

    private Optional<PriceChange> wish() {
        try {
            String[] parts = rounding.matches("[0-9]{1,5}-[0-9]{1,4}") ? rounding.split("-") : new String[] {"0", "0"};
            return Optional.of(new PriceChange(
                    new GoodsQuery(words, store),
                    new BigDecimal(percent.replace(',', '.').replace('\u2212', '-')),
                    Long.parseLong(parts[0]),
                    Long.parseLong(parts[1])));
        } catch (NumberFormatException e) {
            refuse("prices.wrong.percent");
        } catch (IllegalArgumentException e) {
            refuse("prices.wrong." + e.getMessage());
        }
        return Optional.empty();
    }

    /** What can be taken back: the change that was just made. 0: none. */
    public long getEntry() {
        return number("entry");
    }

    public long getCount() {
        return number("count");
    }

    public long getChanged() {
        return number("changed");
    }

    public long getKept() {
        return number("kept");
    }

    public List<String> getStores() {
        return stores.codes();
    }

    public PricePreview getPreview() {
        return preview;
    }

    public int getMost() {
        return PriceDesk.MOST;
    }

    public String getStore() {
        return store;
    }

    public void setStore(String store) {
        this.store = store == null ? "" : store;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words.strip();
    }

    public String getPercent() {
        return percent;
    }

    public void setPercent(String percent) {
        this.percent = percent.strip();
    }

    public String getRounding() {
        return rounding;
    }

    public void setRounding(String rounding) {
        this.rounding = rounding;
    }
}
