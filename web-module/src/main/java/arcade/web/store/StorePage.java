package arcade.web.store;

import arcade.cart.Carts;
import arcade.catalog.Catalog;
import arcade.content.ContentPages;
import arcade.store.Neighbour;
import arcade.store.Neighbours;
import arcade.store.Store;
import arcade.web.security.Csrf;
import arcade.web.security.Origins;
import arcade.web.security.SecurityHeaders;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A page or an action of a store. It decides status, headers and redirects before Faces starts, prepares one immutable model, and
 * lets a stateless view of the same name write it.
 */
public abstract class StorePage extends HttpServlet {
    private static final int SEE_OTHER = 303;

    @Inject
    private transient Catalog catalog;

    @Inject
    private transient ContentPages pages;

    @Inject
    private transient Carts carts;

    @Inject
    private transient Neighbours neighbours;

    @Inject
    private transient Csrf csrf;

    @Inject
    private transient Assets assets;

    @Inject
    @ConfigProperty(name = "arcade.web.cache.seconds", defaultValue = "20")
    private long sharedSeconds;

    /** The store that {@link StoreFilter} found. */
    protected static Store store(HttpServletRequest request) {
        return (Store) request.getAttribute(StoreFilter.STORE);
    }

    protected static Visit visit(HttpServletRequest request, HttpServletResponse response) {
        return new Visit(request, response, store(request));
    }

    /** A page that is the same for everybody without a session. */
    protected void showShared(
            HttpServletRequest request, HttpServletResponse response, String view, Head head, Object page)
            throws ServletException, IOException {
        if (request.getSession(false) == null) {
            PageCaching.shared(response, sharedSeconds);
        } else {
            PageCaching.never(response);
        }
        write(request, response, view, head, page);
    }

    /** @param shared whether it is as {@link #showShared} or as {@link #showPrivate} */
    protected void show(
            HttpServletRequest request,
            HttpServletResponse response,
            String view,
            Head head,
            Object page,
            boolean shared)
            throws ServletException, IOException {
        if (shared) {
            showShared(request, response, view, head, page);
        } else {
            showPrivate(request, response, view, head, page);
        }
    }

    /** A page for this visitor alone. */
    protected void showPrivate(
            HttpServletRequest request, HttpServletResponse response, String view, Head head, Object page)
            throws ServletException, IOException {
        PageCaching.never(response);
        write(request, response, view, head, page);
    }

    /** Sends the browser to a GET after a POST. */
    protected static void seeOther(HttpServletResponse response, String path) {
        PageCaching.never(response);
        response.setStatus(SEE_OTHER);
        response.setHeader("Location", path);
    }

    /** The rest of the address after the page's own part, without its slash. */
    protected static String pathRest(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return rest == null ? "" : rest.substring(1);
    }

    protected static String parameter(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    private void write(HttpServletRequest request, HttpServletResponse response, String view, Head head, Object page)
            throws ServletException, IOException {
        Store store = store(request);
        HttpSession session = request.getSession(false);
        List<Neighbour> elsewhere = neighbours.of(store, request.getHeader("Host"));
        if (!elsewhere.isEmpty()) {
            SecurityHeaders.letFormsLeadTo(
                    response,
                    elsewhere.stream()
                            .map(one -> Origins.of(request, one.host()))
                            .toList());
        }
        request.setAttribute(
                "site",
                new Site(
                        store,
                        Words.of(store),
                        head,
                        assets.look(store),
                        assets.folder(),
                        assets.accent(store),
                        Origins.of(request),
                        elsewhere,
                        catalog.categories(store),
                        pages.listed(store),
                        current(request),
                        request.getServletPath().equals("/search") ? parameter(request, "q") : "",
                        pieces(request, response),
                        session == null ? "" : csrf.token(session)));
        request.setAttribute("page", page);
        request.getRequestDispatcher("/WEB-INF/pages/" + view + ".xhtml").forward(request, response);
    }

    private int pieces(HttpServletRequest request, HttpServletResponse response) {
        return visit(request, response)
                .cart()
                .map(cart -> carts.pieces(store(request), cart))
                .orElse(0);
    }

    private static String current(HttpServletRequest request) {
        return request.getServletPath().equals("/c") ? pathRest(request) : "";
    }
}
