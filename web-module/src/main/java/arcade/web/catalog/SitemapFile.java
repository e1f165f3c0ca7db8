package arcade.web.catalog;

import arcade.catalog.Catalog;
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
import java.util.List;

/** {@code /sitemap.xml}: home, categories and products, as many as the format allows in one file. */
@WebServlet("/sitemap.xml")
public class SitemapFile extends HttpServlet {
    private static final int MOST_ADDRESSES = 50_000;
    private static final int BATCH = 1_000;
    private static final long KEPT_SECONDS = 3600;

    @Inject
    private transient Catalog catalog;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Store store = (Store) request.getAttribute(StoreFilter.STORE);
        PageCaching.shared(response, KEPT_SECONDS);
        response.setContentType("application/xml;charset=UTF-8");
        PrintWriter xml = response.getWriter();
        String origin = Origins.of(request);
        xml.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        write(xml, origin + "/");
        catalog.categories(store).forEach(category -> write(xml, origin + "/c/" + category.handle()));
        products(store, xml, origin);
        xml.write("</urlset>\n");
    }

    private void products(Store store, PrintWriter xml, String origin) {
        String last = "";
        for (int written = 0; written < MOST_ADDRESSES - BATCH; written += BATCH) {
            List<String> handles = catalog.handlesAfter(store, last, BATCH);
            handles.forEach(handle -> write(xml, origin + "/p/" + handle));
            if (handles.size() < BATCH) {
                return;
            }
            last = handles.get(handles.size() - 1);
        }
    }

    private static void write(PrintWriter xml, String address) {
        xml.write("<url><loc>" + address.replace("&", "&amp;").replace("<", "&lt;") + "</loc></url>\n");
    }
}
