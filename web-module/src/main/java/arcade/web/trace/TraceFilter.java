package arcade.web.trace;

import arcade.trace.Trace;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells the request's trace to whoever asked, so that a complaint can name it. The router tells its own, also of a page from its cache. */
public class TraceFilter extends HttpFilter {
    private static final String HEADER = "X-Request-Id";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Trace.present().ifPresent(trace -> response.setHeader(HEADER, trace.id()));
        chain.doFilter(request, response);
    }
}
