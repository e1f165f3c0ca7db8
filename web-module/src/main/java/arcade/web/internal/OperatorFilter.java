package arcade.web.internal;

import arcade.web.problem.Problem;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Only who knows {@code arcade.operator.token} comes in, and learns what there is. Compared in a time that does not tell how much of it was
 * right.
 */
@PreMatching
public class OperatorFilter implements ContainerRequestFilter {
    @Inject
    @ConfigProperty(name = "arcade.operator.token")
    private String token;

    @Override
    public void filter(ContainerRequestContext request) {
        String given = String.valueOf(request.getHeaderString(HttpHeaders.AUTHORIZATION));
        if (!isOperator(token.strip(), given)) {
            request.abortWith(
                    Problem.of(401, "operator-only", "Operator only", "Send the operator's bearer token of this node.")
                            .response()
                            .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                            .build());
        }
    }

    /** An empty token lets nobody in. */
    static boolean isOperator(String token, String authorization) {
        byte[] expected = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
        return !token.isEmpty() && MessageDigest.isEqual(expected, authorization.getBytes(StandardCharsets.UTF_8));
    }
}
