package arcade.web.trace;

import arcade.trace.Trace;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The thread of a request works under the request's trace: the router's, or a new one where no router is. A listener, because the
 * server logs what a page throws after all filters have gone.
 */
@WebListener
public class TraceListener implements ServletRequestListener {

    @Override
    public void requestInitialized(ServletRequestEvent event) {
        String parent = ((HttpServletRequest) event.getServletRequest()).getHeader(Trace.HEADER);
        Trace.ofParent(parent).orElseGet(Trace::random).begin();
    }

    @Override
    public void requestDestroyed(ServletRequestEvent event) {
        Trace.end();
    }
}
