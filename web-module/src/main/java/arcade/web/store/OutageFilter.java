package arcade.web.store;

import arcade.ordering.CheckoutClosed;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.transaction.xa.XAException;

/** Turns a database that cannot be reached, or a checkout that is closed, into a calm page with status 503, so that the router may ask another node. */
public class OutageFilter extends HttpFilter {
    private static final Logger LOG = Logger.getLogger(OutageFilter.class.getName());
    private static final int DEEPEST = 20;
    private static final String RETRY_AFTER_SECONDS = "5";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            if (!isOutage(e) || response.isCommitted()) {
                throw e;
            }
            LOG.log(Level.WARNING, "503 for " + request.getRequestURI() + ": " + e.getMessage(), e);
            response.resetBuffer();
            response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    /** The database is well and a value did not fit its column (ISO 9075, class 22): another node's would not fit, either. */
    private static boolean isFault(SQLException refusal) {
        return String.valueOf(refusal.getSQLState()).startsWith("22");
    }

    /** A commit that got no answer counts: the form carries its key, so sending it again finds out. */
    static boolean isOutage(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof SQLException refusal) {
                return !isFault(refusal);
            }
            if (cause instanceof XAException || cause instanceof CheckoutClosed) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
