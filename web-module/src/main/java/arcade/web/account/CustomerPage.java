package arcade.web.account;

import arcade.customer.Customer;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A page for whoever is signed in; everybody else is led to where one does that. */
abstract class CustomerPage extends AccountView {

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (CustomerFilter.customer(request).isPresent()) {
            super.service(request, response);
        } else {
            seeOther(response, "/account/sign-in?to=" + request.getServletPath());
        }
    }

    protected static Customer customer(HttpServletRequest request) {
        return CustomerFilter.customer(request).orElseThrow();
    }
}
