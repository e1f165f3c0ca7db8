package arcade.web.store;

import arcade.store.Store;
import arcade.store.Stores;
import arcade.web.request.Door;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Finds the store of a request by its host name. An address of no store gets a page that says so. */
public class StoreFilter extends HttpFilter {
    /** The request attribute that holds the {@link Store}. */
    public static final String STORE = "arcade.store";

    // Bound to no store, or answering for themselves in their own format.
    private static final List<String> NOT_PAGES =
            List.of("/api", "/internal", "/webhooks", "/health", "/metrics", "/openapi", "/assets", "/media");

    @Inject
    private transient Stores stores;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (Door.isBackoffice(request)) {
            chain.doFilter(request, response);
            return;
        }
        if (isPage(request.getRequestURI())) {
            Optional<Store> store = stores.byHost(request.getHeader("Host"));
            if (store.isEmpty()) {
                PageCaching.never(response);
                response.setStatus(HttpServletResponse.SC_NOT_FOUND);
                request.getRequestDispatcher("/WEB-INF/pages/store/nowhere.xhtml")
                        .forward(request, response);
                return;
            }
            request.setAttribute(STORE, store.get());
        }
        if (Door.belongsToBackoffice(Door.path(request))) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        chain.doFilter(request, response);
    }

    static boolean isPage(String path) {
        return NOT_PAGES.stream().noneMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
    }
}
