package arcade.web.admin.staff;

import arcade.staff.OwnAccount;
import arcade.staff.StaffAccounts;
import arcade.staff.StaffAnswer;
import arcade.web.admin.AdminAddress;
import arcade.web.admin.StaffSession.Present;
import arcade.web.admin.Stage;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** {@code /admin/password}: one's own. Needed before anything else when somebody else made the present one up. */
@WebServlet("/admin/password")
public class PasswordPage extends DoorPage {
    @Inject
    private transient OwnAccount own;

    @Inject
    private transient StaffAccounts accounts;

    /** @param error key of what was wrong, or empty */
    public record Page(String email, String error) {}

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<Present> present = present(request);
        if (present.isEmpty() || present.get().stage() == Stage.CODE) {
            goTo(response, AdminAddress.SIGN_IN);
        } else {
            super.service(request, response);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Present present = present(request).orElseThrow();
        show(request, response, "password", new Page(present.staff().email(), ""));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Present present = present(request).orElseThrow();
        String next = raw(request, "next");
        StaffAnswer answer = next.equals(raw(request, "again"))
                ? own.changePassword(present.staff().acting(), raw(request, "present"), next)
                : null;
        if (answer == StaffAnswer.DONE) {
            sessions()
                    .begin(
                            request,
                            accounts.byId(present.staff().id()).orElseThrow(),
                            present.staff().enrolled());
            goTo(response, AdminAddress.TODAY.path() + "?done=done.password");
            return;
        }
        response.setStatus(UNPROCESSABLE);
        String error = answer == null
                ? "password.differs"
                : "password." + answer.name().toLowerCase(java.util.Locale.ROOT);
        show(request, response, "password", new Page(present.staff().email(), error));
    }

    /** A password may begin or end with a space. */
    private static String raw(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }
}
