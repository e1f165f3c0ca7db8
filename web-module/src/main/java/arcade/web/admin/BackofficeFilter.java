package arcade.web.admin;

import arcade.staff.NotAllowed;
import arcade.staff.StaffRole;
import arcade.web.admin.StaffSession.Present;
import arcade.web.request.Door;
import arcade.web.security.Origins;
import arcade.web.store.Assets;
import arcade.web.store.PageCaching;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The door of the back office. On its hosts there is nothing else, and on other hosts there is nothing of it. A page is looked up
 * by the path that the container itself resolved, in a list that names all there are, so no spelling of an address gets past it.
 */
public class BackofficeFilter extends HttpFilter {
    /** The request attribute with the {@link Present}, once somebody is known. */
    static final String PRESENT = "arcade.backoffice.present";

    private static final String ROOT = "/admin";
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD");
    private static final List<String> FILES = List.of("/assets", "/media", "/jakarta.faces.resource");
    private static final int SEE_OTHER = 303;

    @Inject
    private transient BackofficeHosts hosts;

    @Inject
    private transient StaffSession sessions;

    @Inject
    private transient Assets assets;

    /** Who is signed in, wholly or not. */
    public static Optional<Present> present(HttpServletRequest request) {
        return Optional.ofNullable((Present) request.getAttribute(PRESENT));
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!hosts.has(request.getHeader("Host"))) {
            chain.doFilter(request, response);
            return;
        }
        String path = Door.path(request);
        Door.isStaffs(request);
        response.setHeader("X-Robots-Tag", "noindex");
        if (!hosts.areServedHere()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (FILES.stream().anyMatch(folder -> Door.isUnder(path, folder))) {
            chain.doFilter(request, response);
        } else {
            PageCaching.never(response);
            page(request, response, chain, path);
        }
    }

    private void page(HttpServletRequest request, HttpServletResponse response, FilterChain chain, String path)
            throws IOException, ServletException {
        // Also where the database is away and nobody can be known: the page that says so has a frame.
        request.setAttribute("desk", desk(request, Optional.empty(), path));
        Optional<Present> present = sessions.of(request);
        present.ifPresent(somebody -> request.setAttribute(PRESENT, somebody));
        request.setAttribute("desk", desk(request, present, path));
        Optional<AdminAddress> address = AdminAddress.of(path);
        if (path.equals("/") || path.isEmpty() || path.equals(ROOT) || path.equals(ROOT + "/")) {
            seeOther(response, AdminAddress.TODAY.path());
        } else if (address.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (!HARMLESS.contains(request.getMethod()) && !Origins.isOurs(request)) {
            // Every browser of the last years says where a form comes from. The state in the page is no proof: it is
            // anybody's.
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (address.get().isOpen()) {
            run(request, response, chain);
        } else if (present.isEmpty()) {
            askToSignIn(request, response);
        } else if (present.get().stage() != Stage.IN) {
            seeOther(response, present.get().stage().page().path());
        } else if (!present.get().staff().role().includes(address.get().least().orElse(StaffRole.ADMIN))) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (!TablePages.canBe(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            run(request, response, chain);
        }
    }

    /** A page that asks for more than its caller may, does it in vain. */
    private static void run(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            if (!isNotAllowed(e) || response.isCommitted()) {
                throw e;
            }
            response.resetBuffer();
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** A page in a browser goes there; a click in an open page is told so, and what was typed stays in it. */
    private static void askToSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (HARMLESS.contains(request.getMethod())) {
            String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
            seeOther(
                    response,
                    AdminAddress.SIGN_IN.path() + "?to="
                            + URLEncoder.encode(Door.path(request) + query, StandardCharsets.UTF_8));
        } else {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }

    private Desk desk(HttpServletRequest request, Optional<Present> present, String path) {
        // Only addresses have it; asked for one, the server would read all of a form and its files.
        String done = HARMLESS.contains(request.getMethod()) ? request.getParameter("done") : null;
        return new Desk(
                present.filter(one -> one.stage() == Stage.IN)
                        .map(one -> one.staff().acting())
                        .orElse(null),
                Desk.words(Collections.list(request.getLocales())),
                assets.folder(),
                path,
                done != null && done.matches("[a-z.]{1,40}") ? done : "");
    }

    private static boolean isNotAllowed(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (cause instanceof NotAllowed) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static void seeOther(HttpServletResponse response, String path) {
        response.setStatus(SEE_OTHER);
        response.setHeader("Location", path);
    }
}
