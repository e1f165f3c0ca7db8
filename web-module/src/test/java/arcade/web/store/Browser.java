package arcade.web.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One shopper's browser without a script: keeps cookies, names the store's host, follows nothing. */
public final class Browser {
    private final URL node;
    private final String host;
    // Version 2 would take the host from the address.
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> cookies = new TreeMap<>();

    public Browser(URL node, String host) {
        this.node = node;
        this.host = host;
    }

    /** The same browser, with the same cookies, at another host of the node: what only a forger could do. */
    public Browser at(String other) {
        Browser forger = new Browser(node, other);
        forger.cookies.putAll(cookies);
        return forger;
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    /** A form as a browser sends it from a page of the store. */
    public HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        return send(form(path, fields).header("Origin", "http://" + host));
    }

    /** A form as the back office's script sends it, without leaving the page. */
    public HttpResponse<String> click(String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        return send(form(path, fields).header("Origin", "http://" + host).header("Faces-Request", "partial/ajax"));
    }

    /** A form with a file, as a browser sends it; a name other than {@code file} is that of a box that is ticked beside it. */
    public HttpResponse<String> upload(String path, String box, String content)
            throws IOException, InterruptedException {
        String part = "--limit\r\nContent-Disposition: form-data; name=\"";
        String body = part + box + "\"\r\n\r\nyes\r\n" + part
                + "file\"; filename=\"products.csv\"\r\nContent-Type: text/csv\r\n\r\n" + content + "\r\n--limit--\r\n";
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .header("Origin", "http://" + host)
                .POST(BodyPublishers.ofString(box.equals("file") ? body.substring(body.indexOf(part, 1)) : body)));
    }

    /** A form that the browser says nothing about. */
    public HttpResponse<String> postFromNowhere(String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        return send(form(path, fields));
    }

    public HttpResponse<String> postFrom(String origin, String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        return send(form(path, fields).header("Origin", origin));
    }

    /** Files chosen in a form, by their names. @param accept what the answer should be */
    public HttpResponse<String> upload(String path, Map<String, byte[]> files, String accept)
            throws IOException, InterruptedException {
        String border = "border-of-a-part";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            body.writeBytes(("--" + border + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                            + file.getKey() + "\"\r\nContent-Type: image/png\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file.getValue());
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + border + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + border)
                .header("Accept", accept)
                .header("Origin", "http://" + host)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** Anything that HTTP can say, with this browser's cookies. */
    /** The checkout's form as it is shown, filled in by Ada of Berlin; its address is the field {@code action}. */
    public Map<String, String> checkout() throws IOException, InterruptedException {
        HttpResponse<String> page = get("/checkout");
        Map<String, String> form = new HashMap<>(Map.of(
                "action", found(page, "action=\"(/checkout\\?key=[^\"]*)\""),
                "csrf", field(page, "csrf"),
                "cart", field(page, "cart"),
                "total", field(page, "total")));
        form.putAll(Map.of("email", "ada@example.com", "name", "Ada", "line1", "Lindenweg 4"));
        form.putAll(Map.of("postalCode", "10115", "city", "Berlin", "country", "DE"));
        return form;
    }

    public HttpResponse<String> call(String method, String path, Map<String, String> headers, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path).method(method, BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request);
    }

    public String host() {
        return host;
    }

    /** What a browser still has after it was closed, or after the grid lost its sessions. */
    public void forgetSession() {
        cookies.keySet().removeIf(name -> name.startsWith("JSESSION"));
    }

    public boolean hasCookie(String name) {
        return cookies.containsKey(name);
    }

    /** The value of a cookie that it has. */
    public String cookie(String name) {
        return cookies.get(name);
    }

    /** Whoever knows it, or chose it before, sends it. */
    public void setCookie(String name, String value) {
        cookies.put(name, value);
    }

    /** The value of a hidden field of a page. */
    public static String field(HttpResponse<String> page, String name) {
        return found(page, "name=\"" + name + "\" value=\"([^\"]*)\"");
    }

    public static String found(HttpResponse<String> page, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(page.body());
        if (!matcher.find()) {
            throw new AssertionError("no " + pattern + " in " + page.body());
        }
        return matcher.group(1);
    }

    private HttpRequest.Builder form(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://" + node.getAuthority() + path))
                .header("Host", host);
        if (!cookies.isEmpty()) {
            String all = cookies.entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; "));
            request.header("Cookie", all);
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            String pair = cookie.split(";", 2)[0];
            String name = pair.substring(0, pair.indexOf('='));
            if (cookie.contains("Max-Age=0")) {
                cookies.remove(name);
            } else {
                cookies.put(name, pair.substring(name.length() + 1));
            }
        }
        return answer;
    }
}
