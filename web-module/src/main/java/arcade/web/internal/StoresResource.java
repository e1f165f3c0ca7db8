package arcade.web.internal;

import arcade.invoicing.Seller;
import arcade.invoicing.Sellers;
import arcade.store.HostTaken;
import arcade.store.Store;
import arcade.store.StoreSetup;
import arcade.store.Stores;
import arcade.web.problem.Problem;
import arcade.web.problem.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/** Makes and changes stores. */
@Path("stores/{code}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class StoresResource {
    @Inject
    private Stores stores;

    @Inject
    private Sellers sellers;

    /** Makes the store, or makes it what the document says; the same document again changes nothing that is seen. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public String put(@PathParam("code") String code, String document) {
        try {
            StoreSetup setup = StoreDocument.setup(code, document);
            Optional<Seller> seller = StoreDocument.seller(document);
            Store store = stores.put(setup);
            seller.ifPresent(its -> sellers.put(store, its));
            return Json.createObjectBuilder()
                    .add("code", store.code())
                    .add("currency", store.currency().getCurrencyCode())
                    .add("domains", Json.createArrayBuilder(setup.domains()))
                    .build()
                    .toString();
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.of(400, "store-refused", "Not a store", e.getMessage()));
        } catch (HostTaken e) {
            throw new ProblemException(Problem.of(409, "host-taken", "Host name taken", e.getMessage()));
        }
    }
}
