package arcade.web.health;

import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the sessions that this node began and has not seen end. */
@WebListener
public class SessionCount implements HttpSessionListener {
    private static final AtomicInteger LIVE = new AtomicInteger();

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        LIVE.incrementAndGet();
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        LIVE.updateAndGet(live -> Math.max(0, live - 1));
    }

    public static int live() {
        return LIVE.get();
    }
}
