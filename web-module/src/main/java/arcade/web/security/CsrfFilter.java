package arcade.web.security;

import arcade.web.request.Door;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * Refuses forms that no page of ours sent. REST calls and the gateway's notices carry no cookies that matter and prove themselves
 * in other ways; the back office has a door of its own.
 */
public class CsrfFilter extends HttpFilter {
    /**
     * Forms of visitors who need not have a session yet: an article for the cart, on pages that a cache may have kept, and what leads
     * into an account, where a second click comes with the session of before. So is going on under another name, on every page.
     */
    private static final Set<String> WITHOUT_SESSION = Set.of(
            "/cart/add", "/handover", "/account/sign-in", "/account/sign-up", "/account/forgotten", "/account/reset");

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");
    private static final List<String> NOT_FORMS = List.of("/api/", "/internal/", "/webhooks/");

    @Inject
    private transient Csrf csrf;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!Door.isBackoffice(request)
                && isForm(request.getMethod(), request.getServletPath() + suffix(request))
                && !csrf.accepts(request, WITHOUT_SESSION.contains(request.getServletPath()))) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        chain.doFilter(request, response);
    }

    private static String suffix(HttpServletRequest request) {
        return request.getPathInfo() == null ? "/" : request.getPathInfo();
    }

    static boolean isForm(String method, String path) {
        return !HARMLESS.contains(method) && NOT_FORMS.stream().noneMatch(path::startsWith);
    }
}
