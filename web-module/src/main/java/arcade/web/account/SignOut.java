package arcade.web.account;

import arcade.web.store.StorePage;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** {@code POST /account/sign-out}. */
@WebServlet("/account/sign-out")
public class SignOut extends StorePage {

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        visit(request, response).signOut();
        seeOther(response, "/");
    }
}
