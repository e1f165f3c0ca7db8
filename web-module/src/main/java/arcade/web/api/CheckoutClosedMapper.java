package arcade.web.api;

import arcade.ordering.CheckoutClosed;
import arcade.web.problem.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** 503: later, not never. */
public class CheckoutClosedMapper implements ExceptionMapper<CheckoutClosed> {

    @Override
    public Response toResponse(CheckoutClosed closed) {
        String detail = "No order can be placed for a moment: " + closed.getMessage()
                + ". Send the same request again, with the same Idempotency-Key.";
        return Problem.of(503, "checkout-closed", "Checkout is closed for a moment", detail)
                .response()
                .header(HttpHeaders.RETRY_AFTER, CheckoutClosed.RETRY_SECONDS)
                .build();
    }
}
