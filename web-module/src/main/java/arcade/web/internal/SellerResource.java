package arcade.web.internal;

import arcade.invoicing.Seller;
import arcade.invoicing.Sellers;
import arcade.store.Store;
import arcade.store.Stores;
import arcade.web.problem.Problem;
import arcade.web.problem.ProblemException;
import arcade.web.request.Body;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who sells, as a store's invoices say it from now on. */
@Path("stores/{code}/seller")
@RequestScoped
public class SellerResource {
    @Inject
    private Stores stores;

    @Inject
    private Sellers sellers;

    @Inject
    @ConfigProperty(name = "arcade.api.body.bytes", defaultValue = "16384")
    private int mostBytes;

    /** @param bytes {@code name}, {@code address} with a line feed between its lines, and {@code taxNumber} if there is one */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public void put(@PathParam("code") String code, InputStream bytes) {
        Body body = Body.parse(Body.bytes(bytes, mostBytes));
        Store store = stores.byCode(code)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(404, "no-such-store", "No such store", "There is no store " + code + ".")));
        try {
            sellers.put(
                    store,
                    new Seller(
                            body.text("name"), body.text("address").lines().toList(), body.optionalText("taxNumber")));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.of(422, "seller-refused", "Not a seller", e.getMessage()));
        }
    }
}
