package arcade.web.admin.staff;

import arcade.staff.SignIn;
import arcade.staff.SignInAnswer;
import arcade.staff.SignInAnswer.Known;
import arcade.staff.SignInAnswer.Wait;
import arcade.web.admin.AdminAddress;
import arcade.web.admin.StaffSession.Present;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** {@code /admin/sign-in}: mail address and password. */
@WebServlet("/admin/sign-in")
public class SignInPage extends DoorPage {
    @Inject
    private transient SignIn signIn;

    /** @param error key of what was wrong, or empty; @param to where it goes on after signing in */
    public record Page(String email, String error, int minutes, String to) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<Present> present = present(request);
        if (present.isPresent()) {
            goTo(response, present.get().stage().page());
        } else {
            show(request, response, "sign-in", new Page("", "", 0, to(request)));
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String email = parameter(request, "email");
        String password = request.getParameter("password") == null ? "" : request.getParameter("password");
        SignInAnswer answer = signIn.withPassword(email, password, address(request));
        if (answer instanceof Known known) {
            sessions().begin(request, known.staff(), false);
            if (known.staff().enrolled()) {
                goTo(response, AdminAddress.CODE.path() + query(to(request)));
            } else {
                signIn.arrived(known.staff().id());
                goTo(response, to(request).isEmpty() ? AdminAddress.TODAY.path() : to(request));
            }
            return;
        }
        response.setStatus(UNPROCESSABLE);
        int minutes = answer instanceof Wait wait ? wait.minutes() : 0;
        show(
                request,
                response,
                "sign-in",
                new Page(email, minutes > 0 ? "sign-in.wait" : "sign-in.wrong", minutes, to(request)));
    }

    /** Only an address of the back office: nobody is sent elsewhere by a link to this page. */
    static String to(HttpServletRequest request) {
        String to = parameter(request, "to");
        return to.matches("/admin/[a-z.-]+(\\?[^\\s\\\\]{0,500})?") ? to : "";
    }

    static String query(String to) {
        return to.isEmpty() ? "" : "?to=" + java.net.URLEncoder.encode(to, java.nio.charset.StandardCharsets.UTF_8);
    }

    /** The router's word; what a browser says itself is taken away there. */
    private static String address(HttpServletRequest request) {
        String forwarded = request.getHeader("X-Forwarded-For");
        String address = forwarded == null
                ? request.getRemoteAddr()
                : forwarded.replaceFirst("^.*,", "").strip();
        return address.substring(0, Math.min(60, address.length())).replaceAll("[^0-9A-Fa-f.:]", "");
    }
}
