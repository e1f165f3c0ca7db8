package arcade.web.account;

import arcade.customer.PasswordResets;
import arcade.customer.Wrong;
import arcade.web.security.Origins;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** {@code /account/forgotten}: asks for a mail that leads to a new password. The answer is the same whoever asks. */
@WebServlet("/account/forgotten")
public class ForgottenPage extends AccountView {
    private static final String VIEW = "forgotten";

    @Inject
    private transient PasswordResets resets;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String notice = parameter(request, "notice").equals("sent")
                ? words(request).say("account.done.sent", PasswordResets.GOOD_FOR.toMinutes())
                : "";
        show(request, response, VIEW, new Page(AccountForm.of(Map.of()), notice, ""));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String email = parameter(request, "email");
        AccountForm form = AccountForm.of(Map.of("email", email));
        List<Wrong> wrong = PasswordResets.check(email);
        if (!wrong.isEmpty()) {
            refuse(request, response, VIEW, new Page(form.with(wrong, words(request)), "", ""));
            return;
        }
        Duration wait = resets.ask(store(request), email, Origins.of(request), NetworkAddress.of(request));
        if (wait.isZero()) {
            seeOther(response, "/account/forgotten?notice=sent");
        } else {
            String notice = mustWait(request, response, wait);
            show(request, response, VIEW, new Page(form, notice, ""));
        }
    }
}
