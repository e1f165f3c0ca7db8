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
import java.nio.file.Files;
import java.util.Optional;

/** Serves stored pictures. A name is a hash of its content, so browsers and the router may keep the answer for ever. */
@WebServlet("/media/*")
public class MediaServlet extends HttpServlet {
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String BRIEFLY = "public, max-age=60";
    /** A picture opened by itself must not run, load or frame anything. */
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'; sandbox";

    @Inject
    private transient MediaStore store;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        Optional<Media> found = path == null ? Optional.empty() : store.find(path.substring(1));
        if (found.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            response.setHeader("Cache-Control", BRIEFLY);
            response.setContentType("text/plain");
            response.getWriter().println("There is no such picture.");
            return;
        }
        Media media = found.get();
        String tag = "\"" + media.name() + "\"";
        response.setHeader("Cache-Control", FOR_EVER);
        response.setHeader("ETag", tag);
        if (media.kind() == MediaKind.SVG) {
            response.setHeader("Content-Security-Policy", NOTHING);
        }
        if (matches(request.getHeader("If-None-Match"), tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType(media.kind().type());
        response.setContentLengthLong(Files.size(media.file()));
        Files.copy(media.file(), response.getOutputStream());
    }

    /** A proxy that packs an answer may have made the tag a weak one. */
    static boolean matches(String known, String tag) {
        return known != null && (known.contains(tag) || known.strip().equals("*"));
    }
}
