package arcade.web.cart;

import arcade.handover.HandOverAnswer;
import arcade.handover.HandOverAnswer.Arrived;
import arcade.handover.HandOverAnswer.Refused;
import arcade.handover.HandOvers;
import arcade.shared.Token;
import arcade.store.Neighbour;
import arcade.store.Neighbours;
import arcade.store.Store;
import arcade.store.Stores;
import arcade.web.security.Origins;
import arcade.web.store.Head;
import arcade.web.store.StorePage;
import arcade.web.store.Visit;
import arcade.web.store.Words;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * A shopper goes on under another host name of the same owner, with what is in the cart. {@code POST /handover} (to) under the first one
 * leads to {@code GET /handover?token=} under the other, and that to the cart. Who is signed in here is not signed in there.
 */
@WebServlet("/handover")
public class HandOverPage extends StorePage {
    @Inject
    private transient HandOvers handOvers;

    @Inject
    private transient Neighbours neighbours;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Neighbour> to = neighbours.find(store(request), host(request), parameter(request, "to"));
        if (to.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String host = to.get().host();
        String path = visit(request, response)
                .resumedCart()
                .map(cart -> "/handover?token=" + handOvers.write(store(request), cart, host))
                .orElse("/");
        quiet(response);
        seeOther(response, Origins.of(request, host) + path);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        quiet(response);
        Store store = store(request);
        Visit visit = visit(request, response);
        HandOverAnswer answer = handOvers.take(store, host(request), parameter(request, "token"), visit.resumedCart());
        if (answer instanceof Refused refused) {
            response.setStatus(status(refused));
            showPrivate(
                    request,
                    response,
                    "cart/refused",
                    Head.unlisted(Words.of(store).say("title.handover", store.name())),
                    refused);
            return;
        }
        if (answer instanceof Arrived arrived) {
            arrived.cart().ifPresent(visit::keepAnew);
        }
        seeOther(response, answer instanceof Arrived arrived ? destination(arrived) : "/cart");
    }

    /** Whoever only asks what is here takes nothing. */
    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }

    private static String destination(Arrived arrived) {
        if (arrived.left() > 0) {
            return "/cart?notice=" + CartNotice.LEFT;
        }
        return arrived.cart()
                .<String>map((Token cart) -> "/cart?notice=" + CartNotice.ARRIVED)
                .orElse("/");
    }

    private static int status(Refused refused) {
        return switch (refused.reason()) {
            case EXPIRED, USED -> HttpServletResponse.SC_GONE;
            case FORGED, ELSEWHERE, PARTED -> HttpServletResponse.SC_FORBIDDEN;
        };
    }

    /** The address with the token is told to nobody. */
    private static void quiet(HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
    }

    private static String host(HttpServletRequest request) {
        return Stores.bare(request.getHeader("Host"));
    }
}
