package arcade.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Strict headers on every answer. No page has a script or a style of its own, so nothing inline is allowed. {@code form-action}
 * may stay {@code 'self'}: browsers apply it to redirects after a POST too, so the way to the gateway is a page of ours.
 */
public class SecurityHeaders extends HttpFilter {
    private static final String POLICY =
            "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'%s; frame-ancestors 'none'";
    private static final String HEADER = "Content-Security-Policy";

    /** A browser that once came by TLS asks for nothing else. */
    private static final String ONE_YEAR = "max-age=31536000";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader(HEADER, POLICY.formatted(""));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        if (Origins.isHttps(request)) {
            response.setHeader("Strict-Transport-Security", ONE_YEAR);
        }
        chain.doFilter(request, response);
    }

    /** A form of this page may lead there, by a redirect; each is scheme, host and port. */
    public static void letFormsLeadTo(HttpServletResponse response, List<String> origins) {
        String more = origins.stream().map(origin -> " " + origin).collect(Collectors.joining());
        response.setHeader(HEADER, POLICY.formatted(more));
    }
}
