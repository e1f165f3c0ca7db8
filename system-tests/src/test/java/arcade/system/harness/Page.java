package arcade.system.harness;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** An answer as a shopper's browser holds it: where it ended up, and what is to be seen there. */
public record Page(int status, URI address, HttpHeaders headers, Document html) {

    public String text() {
        return html.text();
    }

    /** @throws AssertionError with the page's text when it has another status */
    public Page expect(int wanted) {
        if (status != wanted) {
            throw new AssertionError(this + "\nexpected status " + wanted);
        }
        return this;
    }

    /** The node that made this page; a page out of the router's cache tells none. */
    public Optional<String> node() {
        return headers.firstValue("X-Arcade-Node");
    }

    /** The first form that sends to an address that begins so. */
    public FormElement form(String action) {
        return html.select("form").stream()
                .map(FormElement.class::cast)
                .filter(form -> target(form).getPath().startsWith(action))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no form sends to " + action + " on " + this));
    }

    /** Where a form sends to: without an action, to the page it stands on. */
    static URI target(FormElement form) {
        return URI.create(form.hasAttr("action") ? form.absUrl("action") : form.baseUri());
    }

    /** The value of a field of any form. */
    public String field(String name) {
        Element field = html.selectFirst("[name=" + name + "]");
        if (field == null) {
            throw new AssertionError("no field " + name + " on " + this);
        }
        return field.val();
    }

    @Override
    public String toString() {
        return status + " " + address + "\n" + html.title() + "\n" + text();
    }
}
