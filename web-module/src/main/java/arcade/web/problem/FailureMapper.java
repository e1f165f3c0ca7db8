package arcade.web.problem;

import arcade.database.Transactions;
import arcade.trace.Trace;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.sql.SQLException;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.transaction.xa.XAException;

/**
 * What nobody expected. The log has the cause under the trace id that the client gets; the client gets no more. A database that
 * is away or too busy is a 503: the same request, with the same idempotency key, may be sent again.
 */
public class FailureMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = Logger.getLogger(FailureMapper.class.getName());
    private static final int RETRY_SECONDS = 1;

    @Override
    public Response toResponse(Throwable failure) {
        Trace trace = Trace.presentOrNew();
        Map<String, JsonValue> more = Map.of("traceId", Json.createValue(trace.id()));
        if (isDatabase(failure)) {
            LOG.log(Level.WARNING, "the database gave no answer; trace " + trace, failure);
            String detail =
                    "The shop cannot be reached just now. Send the same request again, with the same Idempotency-Key.";
            return new Problem(503, "unavailable", "Unavailable", detail, more)
                    .response()
                    .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                    .build();
        }
        LOG.log(Level.SEVERE, "a fault of the shop; trace " + trace, failure);
        String detail = "This is a fault of the shop. Its log has the cause under the traceId.";
        return new Problem(500, "internal", "Internal error", detail, more)
                .response()
                .build();
    }

    /**
     * Gave way to other transactions too often, could not be reached (class 08), no connection was free, or a commit got no answer:
     * what was asked may then have been done, and the same key finds out.
     */
    static boolean isDatabase(Throwable failure) {
        if (Transactions.gaveWay(failure) || Transactions.isReadOnly(failure)) {
            return true;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof XAException
                    || cause instanceof SQLException error
                            && (error.getSQLState() == null
                                    || error.getSQLState().startsWith("08"))) {
                return true;
            }
        }
        return false;
    }
}
