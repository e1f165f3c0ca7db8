package arcade.web.problem;

import jakarta.transaction.TransactionalException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/**
 * A transaction that could not be ended. The server brings a mapper of its own for these, nearer than {@link FailureMapper}, which
 * answers with an empty 500.
 */
public class CommitFailureMapper implements ExceptionMapper<TransactionalException> {

    @Override
    public Response toResponse(TransactionalException failure) {
        return new FailureMapper().toResponse(failure);
    }
}
