package arcade.web.media;

import arcade.media.Media;
import arcade.media.MediaKind;
import arcade.media.MediaStore;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Serves stored pictures. A name is a hash of its content, so browsers and the router may keep the answer for ever. */
@WebServlet("/media/*")
public class MediaServlet extends HttpServlet {
    private static final String BRIEFLY = "public, max-age=60";
    /** A picture opened by itself must not run, load or frame anything. */
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'; sandbox";

    @Inject
    private transient MediaStore store;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        String name = path == null ? "" : path.substring(1);
        String tag = "\"" + name + "\"";
        if (matches(request.getHeader("If-None-Match"), tag)) {
            kept(response, tag);
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        Optional<Media> found = store.open(name);
        if (found.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            response.setHeader("Cache-Control", BRIEFLY);
            response.setContentType("text/plain");
            response.getWriter().println("There is no such picture.");
            return;
        }
        try (Media media = found.get()) {
            kept(response, tag);
            if (media.kind() == MediaKind.SVG) {
                response.setHeader("Content-Security-Policy", NOTHING);
            }
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setContentType(media.kind().type());
            if (media.length() >= 0) {
                response.setContentLengthLong(media.length());
            }
            media.content().transferTo(response.getOutputStream());
        }
    }

    private static void kept(HttpServletResponse response, String tag) {
        response.setHeader("Cache-Control", MediaStore.FOR_EVER);
        response.setHeader("ETag", tag);
    }

    /** A proxy that packs an answer may have made the tag a weak one. */
    static boolean matches(String known, String tag) {
        return known != null && known.contains(tag);
    }
}
