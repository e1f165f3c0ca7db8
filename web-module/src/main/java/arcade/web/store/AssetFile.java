package arcade.web.store;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * {@code /assets/{version}/{name}}. While a release is being rolled out a browser may ask an old node for a new version: it gets
 * the file that is there, but nobody may keep that answer.
 */
@WebServlet("/assets/*")
public class AssetFile extends HttpServlet {

    @Inject
    private transient Assets assets;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
        int slash = path.indexOf('/');
        Optional<Assets.Asset> found = slash < 0 ? Optional.empty() : assets.find(path.substring(slash + 1));
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (assets.isCurrent(path.substring(0, slash))) {
            PageCaching.forever(response);
        } else {
            PageCaching.never(response);
        }
        write(request, response, found.get());
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, Assets.Asset asset)
            throws IOException {
        String accepted = request.getHeader("Accept-Encoding");
        boolean packed = asset.packed().isPresent() && accepted != null && accepted.contains("gzip");
        byte[] bytes = packed ? asset.packed().get() : asset.plain();
        if (packed) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setHeader("Vary", "Accept-Encoding");
        response.setContentType(asset.type());
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
