package arcade.web.internal;

import arcade.staff.StaffAccounts;
import arcade.web.problem.Problem;
import arcade.web.problem.ProblemException;
import arcade.web.request.Body;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the first account of the back office. Where there is one already, it changes nothing. */
@Path("staff/first")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class FirstAdminResource {
    private static final int SHORTEST = 12;

    @Inject
    private StaffAccounts accounts;

    @Inject
    @ConfigProperty(name = "arcade.api.body.bytes", defaultValue = "16384")
    private int mostBytes;

    /** 201: it was made, and its password must be changed at the first sign-in. 204: somebody has an account already. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Response put(InputStream bytes) {
        Body body = Body.parse(Body.bytes(bytes, mostBytes));
        String email = body.text("email");
        String password = body.text("password");
        if (password.length() < SHORTEST) {
            throw body.wrong("password", "must have " + SHORTEST + " characters or more");
        }
        try {
            return accounts.first(email, password)
                    ? Response.status(Response.Status.CREATED).build()
                    : Response.noContent().build();
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    Problem.of(400, "wrong-member", "A member of the body is wrong", e.getMessage()));
        }
    }
}
