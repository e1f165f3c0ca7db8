package arcade.web.content;

import arcade.content.ContentPage;
import arcade.content.ContentPages;
import arcade.store.Store;
import arcade.web.store.Head;
import arcade.web.store.StorePage;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** {@code /pages/{handle}}: the store's terms, who it is, how it delivers. */
@WebServlet("/pages/*")
public class ContentDetailPage extends StorePage {
    @Inject
    private transient ContentPages pages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Store store = store(request);
        Optional<ContentPage> found = pages.published(store, pathRest(request));
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        ContentPage page = found.get();
        Head head = Head.indexed(page.title() + " · " + store.name(), page.summary(), "/pages/" + page.handle());
        showShared(request, response, "content/page", head, page);
    }
}
