package arcade.web.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arcade.web.store.Browser;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

/** A browser at the back office: signs in, and clicks as PrimeFaces' script does. */
public final class StaffBrowser {
    public static final String HOST = "desk.localhost";

    /** Of who came in for the first time. */
    public static final String OWN = "a sentence of one's own";

    private final URL node;
    private final Browser browser;
    private String secret = "";

    public StaffBrowser(URL node) {
        this.node = node;
        this.browser = new Browser(node, HOST);
    }

    /** The same without what staff's pages need. */
    public Browser browser() {
        return browser;
    }

    HttpResponse<String> get(String path) throws Exception {
        return browser.get(path);
    }

    HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
        return browser.post(path, fields);
    }

    HttpResponse<String> postFrom(String origin, String path, Map<String, String> fields) throws Exception {
        return browser.postFrom(origin, path, fields);
    }

    /** A product file; with another field beside it if that has another name. */
    HttpResponse<String> upload(String path, String field, String csv) throws Exception {
        return browser.upload(path, field, csv);
    }

    HttpResponse<String> upload(String path, Map<String, byte[]> files, String accept) throws Exception {
        return browser.upload(path, files, accept);
    }

    /** A plain form with one of its buttons, and what is typed. */
    HttpResponse<String> send(
            HttpResponse<String> page, String path, String form, String button, Map<String, String> typed)
            throws Exception {
        Map<String, String> fields = new HashMap<>(hidden(page, form));
        fields.put("do", button);
        fields.putAll(typed);
        return post(path, fields);
    }

    void forgetSession() {
        browser.forgetSession();
    }

    boolean hasSession() {
        return browser.hasCookie("JSESSIONID");
    }

    HttpResponse<String> password(String email, String password) throws Exception {
        return post("/admin/sign-in", Map.of("email", email, "password", password));
    }

    /** The first sign-in of an account whose password was made up: it changes it, and enrols if it must. */
    public void arrive(String email, String madeUp, String own) throws Exception {
        assertEquals(303, password(email, madeUp).statusCode());
        assertEquals("/admin/password", location(get("/admin/today")));
        HttpResponse<String> changed = post("/admin/password", Map.of("present", madeUp, "next", own, "again", own));
        assertEquals(303, changed.statusCode(), changed.body());
        if (location(get("/admin/today")).equals("/admin/enrol")) {
            enrol();
        }
        assertEquals(200, get("/admin/today").statusCode());
    }

    /** Somebody of this role, whom this administrator made an account by the page for that, signed in. */
    public StaffBrowser colleague(String email, String role) throws Exception {
        HttpResponse<String> made = click(
                get("/admin/staff"),
                "/admin/staff",
                "work",
                "work:add",
                Map.of("work:email", email, "work:name", "One of the staff", "work:role", role));
        StaffBrowser other = new StaffBrowser(node);
        other.arrive(email, Browser.found(made, "class=\"secret\">([^<]+)<"), OWN);
        return other;
    }

    private void enrol() throws Exception {
        HttpResponse<String> page = get("/admin/enrol");
        secret = Browser.found(page, "class=\"secret\">([A-Z2-7]{32})<");
        HttpResponse<String> done = post(
                "/admin/enrol",
                Map.of("sealed", unescaped(Browser.field(page, "sealed")), "code", Authenticator.code(secret)));
        assertEquals(200, done.statusCode(), done.body());
        Browser.found(done, "<code>([0-9a-z-]{19})</code>");
    }

    String code() throws Exception {
        return Authenticator.code(secret);
    }

    /** A click on a button of a form, with what is typed; other fields are sent as the page has them. */
    HttpResponse<String> click(
            HttpResponse<String> page, String path, String form, String button, Map<String, String> typed)
            throws Exception {
        Map<String, String> fields = new HashMap<>(hidden(page, form));
        fields.put(form, form);
        fields.put("jakarta.faces.partial.ajax", "true");
        fields.put("jakarta.faces.source", button);
        fields.put("jakarta.faces.partial.execute", form);
        fields.put("jakarta.faces.partial.render", form);
        fields.put(button, button);
        fields.put("primefaces.nonce", Browser.found(page, "PrimeFaces\\.csp\\.init\\('([^']+)'\\)"));
        fields.putAll(typed);
        return browser.click(path, fields);
    }

    /** A form sent as a browser does without a script. */
    HttpResponse<String> send(HttpResponse<String> page, String path, String form, Map<String, String> typed)
            throws Exception {
        Map<String, String> fields = new HashMap<>(hidden(page, form));
        fields.put(form, form);
        fields.putAll(typed);
        return post(path, fields);
    }

    /** What is typed, with other values in some of its fields. */
    static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }

    static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    /** Where an answer to a click leads, or nowhere. */
    static String redirect(HttpResponse<String> answer) {
        return answer.body().contains("<redirect")
                ? unescaped(Browser.found(answer, "<redirect url=\"([^\"]*)\""))
                : "";
    }

    private static Map<String, String> hidden(HttpResponse<String> page, String form) {
        String body = page.body();
        String inside = body.substring(body.indexOf("id=\"" + form + "\""));
        inside = inside.substring(0, inside.indexOf("</form>"));
        Map<String, String> fields = new HashMap<>();
        java.util.regex.Matcher inputs =
                java.util.regex.Pattern.compile("<input[^>]*>").matcher(inside);
        while (inputs.find()) {
            String name = attribute(inputs.group(), "name");
            if (!name.isEmpty() && !inputs.group().contains("checkbox")) {
                fields.put(name, attribute(inputs.group(), "value"));
            }
        }
        return fields;
    }

    private static String attribute(String element, String name) {
        java.util.regex.Matcher value =
                java.util.regex.Pattern.compile("\\s" + name + "=\"([^\"]*)\"").matcher(element);
        return value.find() ? unescaped(value.group(1)) : "";
    }

    private static String unescaped(String text) {
        return text.replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
