package arcade.web.api;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * {@code GET /api/v1/openapi}: the description as it was written. The server's own OpenAPI page is switched off, because it reads
 * every class of every library before it answers, even with scanning disabled: a node's heap does not hold that.
 */
@WebServlet("/api/v1/openapi")
public class DescriptionServlet extends HttpServlet {
    private static final String FILE = "/META-INF/openapi.yaml";
    private static final String FOR_AN_HOUR = "public, max-age=3600";

    private byte[] description;

    @Override
    public void init() throws ServletException {
        try (InputStream file = DescriptionServlet.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new ServletException("the release has no " + FILE);
            }
            description = file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/yaml;charset=UTF-8");
        response.setHeader("Cache-Control", FOR_AN_HOUR);
        response.setContentLength(description.length);
        response.getOutputStream().write(description);
    }
}
