package arcade.web.api;

import arcade.shared.Token;
import arcade.store.Store;
import arcade.store.Stores;
import arcade.web.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Optional;

/** Finds the store by the request's host name; a host that no store has gets a problem document, whatever it asked for. */
@ApplicationScoped
@PreMatching
public class StoreOfHost implements ContainerRequestFilter {
    private static final String STORE = "arcade.store";

    @Inject
    private Stores stores;

    @Override
    public void filter(ContainerRequestContext request) {
        String host = request.getHeaderString(HttpHeaders.HOST);
        Optional<Store> store = host == null ? Optional.empty() : stores.byHost(host);
        if (store.isPresent()) {
            request.setProperty(STORE, store.get());
        } else {
            String detail = "No shop has the host name " + host + ". Ask under the shop's own name.";
            request.abortWith(Problem.of(404, "unknown-host", "Unknown host", detail)
                    .response()
                    .build());
        }
    }

    static Store store(ContainerRequestContext request) {
        return (Store) request.getProperty(STORE);
    }

    static URI address(ContainerRequestContext request, String collection, Token token) {
        return URI.create(origin(request) + "/api/v1/" + collection + "/" + token);
    }

    /** Scheme, host and port as the client sees them: the router says in a header whether it was asked by TLS. */
    static String origin(ContainerRequestContext request) {
        boolean tls = "https".equals(request.getHeaderString("X-Forwarded-Proto"))
                || "https".equals(request.getUriInfo().getRequestUri().getScheme());
        return (tls ? "https://" : "http://") + request.getHeaderString(HttpHeaders.HOST);
    }
}
