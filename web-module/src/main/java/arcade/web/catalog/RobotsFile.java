package arcade.web.catalog;

import arcade.web.security.Origins;
import arcade.web.store.PageCaching;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /robots.txt}. */
@WebServlet("/robots.txt")
public class RobotsFile extends HttpServlet {
    private static final long KEPT_SECONDS = 3600;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PageCaching.shared(response, KEPT_SECONDS);
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter()
                .write(
                        "User-agent: *\nDisallow: /cart/\nDisallow: /checkout\nDisallow: /orders/\nDisallow: /account\nDisallow: /search\n"
                                + "Disallow: /api/\n\nSitemap: " + Origins.of(request) + "/sitemap.xml\n");
    }
}
