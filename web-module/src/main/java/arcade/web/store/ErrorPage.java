package arcade.web.store;

import static jakarta.servlet.RequestDispatcher.ERROR_REQUEST_URI;
import static jakarta.servlet.RequestDispatcher.ERROR_STATUS_CODE;

import arcade.store.Store;
import arcade.trace.Trace;
import arcade.web.request.Door;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What the container shows instead of a page that failed. A page that does not exist looks like the store; when the server itself
 * is in trouble the answer asks neither database nor session. Nothing of the cause is shown.
 */
@WebServlet("/error")
public class ErrorPage extends StorePage {
    private static final int LEAST_SERVER_ERROR = 500;

    @Inject
    private transient Assets files;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getDispatcherType() != DispatcherType.ERROR) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        int status = (Integer) request.getAttribute(ERROR_STATUS_CODE);
        String path = (String) request.getAttribute(ERROR_REQUEST_URI);
        response.setStatus(status);
        request.setAttribute("trace", Trace.presentOrNew().id());
        PageCaching.never(response);
        if (Door.isBackoffice(request)) {
            backoffice(request, response, status);
        } else if (!StoreFilter.isPage(path)) {
            problem(response, status);
        } else if (status >= LEAST_SERVER_ERROR || store(request) == null) {
            Store store = store(request);
            request.setAttribute("assets", files.folder());
            request.setAttribute("look", store == null ? Assets.USUAL_LOOK : files.look(store));
            request.setAttribute("words", store == null ? Words.inEnglish() : Words.of(store));
            request.getRequestDispatcher("/WEB-INF/pages/store/"
                            + (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE ? "away" : "broken") + ".xhtml")
                    .forward(request, response);
        } else {
            showPrivate(
                    request,
                    response,
                    "store/" + view(status),
                    Head.unlisted(Words.of(store(request)).say("title." + view(status))),
                    status);
        }
    }

    private static void backoffice(HttpServletRequest request, HttpServletResponse response, int status)
            throws ServletException, IOException {
        // A click wants no other page: its own stays, and tells by the status what happened.
        if (request.getAttribute("desk") == null || "partial/ajax".equals(request.getHeader("Faces-Request"))) {
            problem(response, status);
            return;
        }
        request.setAttribute("status", status);
        request.getRequestDispatcher("/WEB-INF/pages/admin/error.xhtml").forward(request, response);
    }

    private static String view(int status) {
        return status == HttpServletResponse.SC_FORBIDDEN ? "foreign" : "unknown";
    }

    private static void problem(HttpServletResponse response, int status) throws IOException {
        response.setContentType("application/problem+json");
        response.getWriter()
                .write("{\"type\":\"about:blank\",\"status\":" + status + ",\"traceId\":\"" + Trace.presentOrNew()
                        + "\"}");
    }
}
