package arcade.web.admin.content;

import arcade.content.ContentPage;
import arcade.content.ContentPages;
import arcade.content.KeptPage;
import arcade.desk.content.ContentAnswer;
import arcade.desk.content.ContentAnswer.ChangedMeanwhile;
import arcade.desk.content.ContentAnswer.Saved;
import arcade.desk.content.ContentAnswer.Taken;
import arcade.desk.content.ContentAnswer.TooMany;
import arcade.desk.content.ContentDesk;
import arcade.store.Store;
import arcade.store.Stores;
import arcade.web.admin.FormPage;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /admin/page?store=&id=}; without an id, a new one. */
@Named("contentDesk")
@RequestScoped
public class ContentDeskPage extends FormPage {
    private static final List<String> FIELDS = List.of("title", "handle", "body", "position", "published");

    @Inject
    private ContentDesk desk;

    @Inject
    private Stores shops;

    private Store store;
    private KeptPage kept;
    private String preview = "";

    @PostConstruct
    void read() {
        store = shops.byCode(parameter("store")).orElse(null);
        if (store == null) {
            return;
        }
        kept = desk.find(acting(), store, number("id")).orElse(null);
        if (kept == null) {
            read(Map.of("position", "0", "published", ON), 0, FIELDS);
        } else {
            read(fields(kept.page()), kept.version(), FIELDS);
        }
    }

    @Override
    protected String kind() {
        return "content";
    }

    /** Before the page is shown: an address of no page of a shop is none here. */
    public void check() {
        if (store == null || kept == null && number("id") != 0) {
            missing();
        }
    }

    /** Shows the words as a shopper would read them; nothing is written. */
    public void look() {
        page().ifPresent(page -> preview = page.html());
    }

    public void save() {
        page().ifPresent(page -> answer(
                isFresh()
                        ? desk.add(acting(), store, page)
                        : desk.change(acting(), store, kept.id(), page, getVersion())));
    }

    private void answer(ContentAnswer answer) {
        if (answer instanceof Saved saved) {
            goTo("/admin/page?store=" + store.code() + "&id=" + saved.now().id() + "&done=done.content");
        } else if (answer instanceof ChangedMeanwhile changed) {
            tooLate(fields(changed.now().page()), changed.now().version(), "content.late");
        } else if (answer instanceof Taken) {
            refuse("content.refused");
            say(Map.of("handle", "content.wrong.taken"));
        } else if (answer instanceof TooMany) {
            refuse("content.many", ContentPages.MOST);
        } else {
            refuse("content.gone");
        }
    }

    /** What is typed; empty: it cannot be a page, which is said beside the fields. */
    private Optional<ContentPage> page() {
        Map<String, String> wrong = new LinkedHashMap<>();
        if (!ContentPage.isTitle(typed("title"))) {
            wrong.put("title", "content.wrong.title");
        }
        if (!ContentPage.isHandle(typed("handle"))) {
            wrong.put("handle", "content.wrong.handle");
        }
        if (!ContentPage.isBody(typed("body"))) {
            wrong.put("body", "content.wrong.body");
        }
        if (!typed("position").matches("[0-9]{1,3}")) {
            wrong.put("position", "content.wrong.position");
        }
        if (!wrong.isEmpty()) {
            refuse("content.refused");
            say(wrong);
            return Optional.empty();
        }
        return Optional.of(new ContentPage(
                typed("handle"),
                typed("title"),
                typed("body"),
                Integer.parseInt(typed("position")),
                isTicked("published")));
    }

    private static Map<String, String> fields(ContentPage page) {
        return Map.of(
                "title",
                page.title(),
                "handle",
                page.handle(),
                "body",
                page.body(),
                "position",
                String.valueOf(page.position()),
                "published",
                page.published() ? ON : "");
    }

    /** It is not stored yet. */
    public boolean isFresh() {
        return kept == null;
    }

    public Store getStore() {
        return store;
    }

    public KeptPage getKept() {
        return kept;
    }

    /** HTML; empty: nobody asked for it. */
    public String getPreview() {
        return preview;
    }
}
