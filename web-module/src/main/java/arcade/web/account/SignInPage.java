package arcade.web.account;

import arcade.customer.AccountAnswer;
import arcade.customer.AccountAnswer.Done;
import arcade.customer.AccountAnswer.Wait;
import arcade.customer.Customers;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** {@code /account/sign-in?to=}. The answer to a wrong password is the same as to a mail address that has no account. */
@WebServlet("/account/sign-in")
public class SignInPage extends AccountView {
    private static final String VIEW = "sign-in";

    @Inject
    private transient Customers customers;

    @Inject
    private transient Arrival arrival;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (CustomerFilter.customer(request).isPresent()) {
            seeOther(response, destination(request));
            return;
        }
        String notice =
                parameter(request, "notice").equals("reset") ? words(request).say("account.done.reset") : "";
        show(request, response, VIEW, new Page(AccountForm.of(Map.of()), notice, destination(request)));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String email = parameter(request, "email");
        AccountAnswer answer = customers.signIn(
                store(request), email, PasswordTyped.of(request, "password"), NetworkAddress.of(request));
        if (answer instanceof Done done) {
            arrival.of(visit(request, response), store(request), done.customer());
            seeOther(response, destination(request));
            return;
        }
        String notice = answer instanceof Wait wait
                ? mustWait(request, response, wait.time())
                : words(request).say("account.stranger");
        Page page = new Page(AccountForm.of(Map.of("email", email)), notice, destination(request));
        if (answer instanceof Wait) {
            show(request, response, VIEW, page);
        } else {
            refuse(request, response, VIEW, page);
        }
    }
}
