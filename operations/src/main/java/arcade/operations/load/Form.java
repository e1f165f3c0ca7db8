package arcade.operations.load;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Connection.KeyVal;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** A form of a page with the fields a browser would send: hidden ones, defaults, chosen options. */
final class Form {
    private final URI page;
    private final String action;
    private final Map<String, String> fields = new LinkedHashMap<>();

    private Form(URI page, FormElement form) {
        this.page = page;
        this.action = form.hasAttr("action") ? form.attr("action") : page.toString();
        for (KeyVal field : form.formData()) {
            fields.put(field.key(), field.value());
        }
    }

    private Form(URI page, String action, Map<String, String> fields) {
        this.page = page;
        this.action = action;
        this.fields.putAll(fields);
    }

    /** The same form as it would be sent from a page at another address of the shop. */
    Form at(Target shop) {
        return new Form(shop.at(page.getPath()), action, fields);
    }

    /** The first POST form whose action begins with this. */
    static Optional<Form> to(Reply reply, String action) {
        return first(reply, form -> form.attr("action").startsWith(action));
    }

    /** The first POST form of the page. */
    static Optional<Form> any(Reply reply) {
        return first(reply, form -> true);
    }

    private static Optional<Form> first(Reply reply, Predicate<Element> wanted) {
        Document page = reply.page();
        return page.select("form[method=post i]").forms().stream()
                .filter(wanted)
                .findFirst()
                .map(form -> new Form(reply.uri(), form));
    }

    /** A parameter in the address the form is sent to, as it stands there; empty when there is none. */
    String query(String name) {
        Matcher parameter =
                Pattern.compile("[?&]" + Pattern.quote(name) + "=([^&#]*)").matcher(action);
        return parameter.find() ? parameter.group(1) : "";
    }

    Form fill(String name, String value) {
        fields.put(name, value);
        return this;
    }

    Call call(Target shop) {
        URI to = shop.resolve(page, action);
        String origin = shop.holds(to) ? shop.origin() : to.getScheme() + "://" + to.getAuthority();
        return Call.form(to, fields, origin);
    }
}
