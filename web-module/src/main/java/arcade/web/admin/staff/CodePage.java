package arcade.web.admin.staff;

import arcade.staff.SignIn;
import arcade.staff.SignInAnswer;
import arcade.staff.SignInAnswer.Known;
import arcade.staff.SignInAnswer.Wait;
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

/** {@code /admin/sign-in/code}: the second half of signing in. */
@WebServlet("/admin/sign-in/code")
public class CodePage extends DoorPage {
    @Inject
    private transient SignIn signIn;

    /** @param error key of what was wrong, or empty */
    public record Page(String error, int minutes, String to) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<Present> present = present(request);
        if (present.isEmpty()) {
            goTo(response, AdminAddress.SIGN_IN);
        } else if (present.get().stage() != Stage.CODE) {
            goTo(response, present.get().stage().page());
        } else {
            show(request, response, "code", new Page("", 0, SignInPage.to(request)));
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<Present> present = present(request);
        if (present.isEmpty() || present.get().stage() != Stage.CODE) {
            goTo(response, AdminAddress.SIGN_IN);
            return;
        }
        SignInAnswer answer = signIn.withCode(present.get().staff().id(), parameter(request, "code"));
        if (answer instanceof Known known) {
            sessions().begin(request, known.staff(), true);
            signIn.arrived(known.staff().id());
            String to = SignInPage.to(request);
            goTo(response, to.isEmpty() ? AdminAddress.TODAY.path() : to);
            return;
        }
        int minutes = answer instanceof Wait wait ? wait.minutes() : 0;
        response.setStatus(UNPROCESSABLE);
        show(
                request,
                response,
                "code",
                new Page(minutes > 0 ? "sign-in.wait" : "code.wrong", minutes, SignInPage.to(request)));
    }
}
