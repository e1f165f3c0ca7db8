package arcade.web.account;

import arcade.customer.AccountAnswer;
import arcade.customer.AccountAnswer.Done;
import arcade.customer.AccountAnswer.Refused;
import arcade.customer.AccountAnswer.Wait;
import arcade.customer.Customers;
import arcade.web.store.Visit.SignedIn;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** {@code /account/password}: another password. All other sessions end; this one goes on. */
@WebServlet("/account/password")
public class PasswordPage extends CustomerPage {
    private static final String VIEW = "password";

    @Inject
    private transient Customers customers;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        show(
                request,
                response,
                VIEW,
                new Page(AccountForm.of(Map.of()), "", customer(request).email()));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        AccountAnswer answer = customers.changePassword(
                store(request),
                customer(request),
                PasswordTyped.of(request, "current"),
                PasswordTyped.of(request, "password"),
                NetworkAddress.of(request));
        if (answer instanceof Done done) {
            visit(request, response)
                    .signIn(new SignedIn(done.customer().id(), done.customer().epoch()));
            seeOther(response, "/account?notice=password");
        } else if (answer instanceof Wait wait) {
            String notice = mustWait(request, response, wait.time());
            show(
                    request,
                    response,
                    VIEW,
                    new Page(AccountForm.of(Map.of()), notice, customer(request).email()));
        } else {
            AccountForm form = AccountForm.of(Map.of())
                    .with(answer instanceof Refused refused ? refused.wrong() : List.of(), words(request));
            refuse(request, response, VIEW, new Page(form, "", customer(request).email()));
        }
    }
}
