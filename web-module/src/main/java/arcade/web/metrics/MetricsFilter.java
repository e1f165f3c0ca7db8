package arcade.web.metrics;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Measures each request, whoever answers it. The first filter: what the others take is the shopper's time too. */
public class MetricsFilter extends HttpFilter {
    private static final int FAULT = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;

    @Inject
    private transient RequestFigures figures;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Kind kind = Kind.of(request.getRequestURI()).preferring(request.getHeader("Prefer"));
        long begun = System.nanoTime();
        boolean thrown = true;
        figures.begins();
        try {
            chain.doFilter(request, response);
            thrown = false;
        } finally {
            figures.ends();
            if (thrown || !waits(request, new AtTheEnd(kind, response, begun))) {
                figures.answered(kind, thrown ? FAULT : response.getStatus(), System.nanoTime() - begun);
            }
        }
    }

    private static boolean waits(HttpServletRequest request, AsyncListener end) {
        if (!request.isAsyncStarted()) {
            return false;
        }
        try {
            request.getAsyncContext().addListener(end);
            return true;
        } catch (IllegalStateException answeredMeanwhile) {
            return false;
        }
    }

    /** A request that is answered from another thread is counted then. */
    private final class AtTheEnd implements AsyncListener {
        private final Kind kind;
        private final HttpServletResponse response;
        private final long begun;

        AtTheEnd(Kind kind, HttpServletResponse response, long begun) {
            this.kind = kind;
            this.response = response;
            this.begun = begun;
        }

        @Override
        public void onComplete(AsyncEvent event) {
            figures.answered(kind, response.getStatus(), System.nanoTime() - begun);
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            // Followed by onComplete.
        }

        @Override
        public void onError(AsyncEvent event) {
            // Followed by onComplete.
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
