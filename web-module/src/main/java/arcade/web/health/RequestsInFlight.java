package arcade.web.health;

import arcade.cluster.Departure;
import jakarta.inject.Inject;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.annotation.WebListener;

/** Tells the node's departure of every request. One that waits for a payment without a thread is not counted: it is answered first. */
@WebListener
public class RequestsInFlight implements ServletRequestListener {
    @Inject
    private Departure departure;

    @Override
    public void requestInitialized(ServletRequestEvent event) {
        departure.requestBegins();
    }

    @Override
    public void requestDestroyed(ServletRequestEvent event) {
        departure.requestEnds();
    }
}
