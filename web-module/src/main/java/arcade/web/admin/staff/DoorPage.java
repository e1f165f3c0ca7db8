package arcade.web.admin.staff;

import arcade.web.admin.AdminAddress;
import arcade.web.admin.BackofficeFilter;
import arcade.web.admin.StaffSession;
import arcade.web.admin.StaffSession.Present;
import arcade.web.request.Door;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** A page before or beside the back office proper: plain forms without a script and without a state. */
abstract class DoorPage extends HttpServlet {
    static final int UNPROCESSABLE = 422;
    private static final int SEE_OTHER = 303;

    @Inject
    private transient StaffSession sessions;

    /** Only on the back office's hosts, past its filter. */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (Door.isBackoffice(request)) {
            super.service(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    final StaffSession sessions() {
        return sessions;
    }

    static Optional<Present> present(HttpServletRequest request) {
        return BackofficeFilter.present(request);
    }

    static void show(HttpServletRequest request, HttpServletResponse response, String view, Object page)
            throws ServletException, IOException {
        request.setAttribute("page", page);
        request.getRequestDispatcher("/WEB-INF/pages/admin/" + view + ".xhtml").forward(request, response);
    }

    static void goTo(HttpServletResponse response, String path) {
        response.setStatus(SEE_OTHER);
        response.setHeader("Location", path);
    }

    static void goTo(HttpServletResponse response, AdminAddress address) {
        goTo(response, address.path());
    }

    static String parameter(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }
}
