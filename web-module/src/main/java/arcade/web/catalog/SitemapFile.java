package arcade.web.catalog;

import arcade.catalog.Catalog;
import arcade.content.ContentPages;
import arcade.store.Store;
import arcade.web.security.Origins;
import arcade.web.store.PageCaching;
import arcade.web.store.StoreFilter;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code /sitemap.xml}: home, categories, the store's own pages and products. The format allows 50 000 addresses in a file: a larger
 * store's is a list of files, {@code /sitemap.xml?after=handle}.
 */
@WebServlet("/sitemap.xml")
public class SitemapFile extends HttpServlet {
    /** Of one file; besides them it holds the home, the categories, of which there are 500 at most, and 50 pages. */
    private static final int MOST_PRODUCTS = 49_000;

    private static final int MOST_FILES = 1_000;
    private static final int BATCH = 1_000;
    private static final long KEPT_SECONDS = 3600;
    private static final String NAMESPACE = " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";

    @Inject
    private transient Catalog catalog;

    @Inject
    private transient ContentPages pages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Store store = (Store) request.getAttribute(StoreFilter.STORE);
        PageCaching.shared(response, KEPT_SECONDS);
        response.setContentType("application/xml;charset=UTF-8");
        PrintWriter xml = response.getWriter();
        xml.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        String origin = Origins.of(request);
        Optional<String> after = Optional.ofNullable(request.getParameter("after"));
        List<String> parts = after.isPresent() ? List.of() : parts(store);
        if (parts.isEmpty()) {
            file(store, xml, origin, after);
        } else {
            index(xml, origin, parts);
        }
    }

    /** The handles after which the second and further files begin. */
    private List<String> parts(Store store) {
        List<String> parts = new ArrayList<>();
        Optional<String> last = catalog.handleAfter(store, "", MOST_PRODUCTS);
        while (last.isPresent() && parts.size() < MOST_FILES) {
            parts.add(last.get());
            last = catalog.handleAfter(store, last.get(), MOST_PRODUCTS);
        }
        return parts;
    }

    private static void index(PrintWriter xml, String origin, List<String> parts) {
        xml.write("<sitemapindex" + NAMESPACE);
        write(xml, "sitemap", origin + "/sitemap.xml?after=");
        parts.forEach(handle -> write(xml, "sitemap", origin + "/sitemap.xml?after=" + handle));
        xml.write("</sitemapindex>\n");
    }

    private void file(Store store, PrintWriter xml, String origin, Optional<String> after) {
        xml.write("<urlset" + NAMESPACE);
        if (after.orElse("").isEmpty()) {
            write(xml, "url", origin + "/");
            catalog.categories(store).forEach(category -> write(xml, "url", origin + "/c/" + category.handle()));
            pages.listed(store).forEach(page -> write(xml, "url", origin + "/pages/" + page.handle()));
        }
        String last = after.orElse("");
        for (int written = 0; written < MOST_PRODUCTS; written += BATCH) {
            List<String> handles = catalog.handlesAfter(store, last, BATCH);
            handles.forEach(handle -> write(xml, "url", origin + "/p/" + handle));
            if (handles.size() < BATCH) {
                break;
            }
            last = handles.get(handles.size() - 1);
        }
        xml.write("</urlset>\n");
    }

    private static void write(PrintWriter xml, String element, String address) {
        String escaped = address.replace("&", "&amp;").replace("<", "&lt;");
        xml.write("<" + element + "><loc>" + escaped + "</loc></" + element + ">\n");
    }
}
