package arcade.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the browser says about the page that sent a request. Scripts cannot forge these headers. */
public final class Origins {
    private static final Pattern PORT = Pattern.compile(":[0-9]{1,5}$");

    private Origins() {}

    /** Whether the sending page is on this very host and port. Without any word of the browser: no. */
    public static boolean isOurs(HttpServletRequest request) {
        return isOurs(request.getHeader("Origin"), request.getHeader("Sec-Fetch-Site"), request.getHeader("Host"));
    }

    static boolean isOurs(String origin, String fetchSite, String host) {
        if (fetchSite != null && !fetchSite.equals("same-origin")) {
            return false;
        }
        return origin == null ? fetchSite != null : host != null && host.equalsIgnoreCase(authority(origin));
    }

    private static String authority(String origin) {
        try {
            return new URI(origin).getRawAuthority();
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** Whether the shopper's own connection is encrypted; the router tells. */
    public static boolean isHttps(HttpServletRequest request) {
        return request.isSecure() || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
    }

    /** Scheme, host and port as the shopper sees them, no slash at the end. */
    public static String of(HttpServletRequest request) {
        return scheme(request) + request.getHeader("Host");
    }

    /** The same of another host name: the scheme and the port are those by which this request came. */
    public static String of(HttpServletRequest request, String host) {
        Matcher port = PORT.matcher(String.valueOf(request.getHeader("Host")));
        return scheme(request) + host + (port.find() ? port.group() : "");
    }

    private static String scheme(HttpServletRequest request) {
        return isHttps(request) ? "https://" : "http://";
    }
}
