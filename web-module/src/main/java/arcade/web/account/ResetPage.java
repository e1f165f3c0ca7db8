package arcade.web.account;

import arcade.customer.AccountAnswer;
import arcade.customer.AccountAnswer.Done;
import arcade.customer.AccountAnswer.Refused;
import arcade.customer.AccountAnswer.Wait;
import arcade.customer.PasswordResets;
import arcade.shared.Token;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/**
 * {@code /account/reset/{token}}: where the mail leads. Looking at it uses nothing, as mail readers look at every link. Nobody is
 * signed in by it: the new password is asked for.
 */
@WebServlet("/account/reset/*")
public class ResetPage extends AccountView {
    private static final String VIEW = "reset";

    @Inject
    private transient PasswordResets resets;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        // The address is a secret: it must not come along to where one goes from here.
        response.setHeader("Referrer-Policy", "no-referrer");
        if (!Token.isToken(pathRest(request)) || !resets.isGood(store(request), new Token(pathRest(request)))) {
            over(request, response);
        } else {
            show(request, response, VIEW, new Page(AccountForm.of(Map.of()), "", pathRest(request)));
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!Token.isToken(pathRest(request))) {
            over(request, response);
            return;
        }
        AccountAnswer answer = resets.use(
                store(request),
                new Token(pathRest(request)),
                PasswordTyped.of(request, "password"),
                NetworkAddress.of(request));
        AccountForm form = AccountForm.of(Map.of());
        if (answer instanceof Done) {
            visit(request, response).signOut();
            seeOther(response, "/account/sign-in?notice=reset");
        } else if (answer instanceof Refused refused) {
            refuse(
                    request,
                    response,
                    VIEW,
                    new Page(form.with(refused.wrong(), words(request)), "", pathRest(request)));
        } else if (answer instanceof Wait wait) {
            show(request, response, VIEW, new Page(form, mustWait(request, response, wait.time()), pathRest(request)));
        } else {
            over(request, response);
        }
    }

    /** Used, too old, or made up. */
    private void over(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        response.setStatus(HttpServletResponse.SC_GONE);
        show(request, response, "reset-over", new Page(AccountForm.of(Map.of()), "", ""));
    }
}
