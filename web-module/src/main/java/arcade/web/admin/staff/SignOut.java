package arcade.web.admin.staff;

import arcade.web.admin.AdminAddress;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** {@code POST /admin/sign-out}. */
@WebServlet("/admin/sign-out")
public class SignOut extends DoorPage {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        goTo(response, AdminAddress.TODAY);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        sessions().end(request);
        goTo(response, AdminAddress.SIGN_IN);
    }
}
