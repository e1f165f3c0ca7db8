package arcade.web.security;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether a POST comes from a page of this store: it carries the session's token, or the browser vouches for its origin. */
@ApplicationScoped
public class Csrf {
    /** The name of the hidden field. */
    public static final String FIELD = "csrf";

    @Inject
    @ConfigProperty(name = "arcade.csrf.key")
    private String key;

    private CsrfTokens tokens;

    @PostConstruct
    void readKey() {
        tokens = new CsrfTokens(Base64.getUrlDecoder().decode(key.strip()));
    }

    /** The token for the forms of this session. */
    public String token(HttpSession session) {
        return tokens.of(session.getId());
    }

    /**
     * Every form needs the token. A form that is sent before there is a session has none, and is taken when the browser says
     * that it comes from this host. A wrong token never is.
     */
    boolean accepts(HttpServletRequest request, boolean mayBeWithoutSession) {
        String token = request.getParameter(FIELD);
        if (token == null) {
            return mayBeWithoutSession && Origins.isOurs(request);
        }
        HttpSession session = request.getSession(false);
        return session != null && tokens.matches(token, session.getId());
    }
}
