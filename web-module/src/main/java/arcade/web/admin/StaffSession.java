package arcade.web.admin;

import arcade.staff.SignIn;
import arcade.staff.Staff;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who is signed in. The session holds numbers only; name, role and whether the account still is one come from the database at each
 * request, so that what an administrator takes away is gone at once, on every node.
 */
@ApplicationScoped
public class StaffSession {
    private static final String ID = "staff";
    private static final String SESSIONS = "staff.sessions";
    private static final String SINCE = "staff.since";
    private static final String CODE = "staff.code";
    private static final Duration LONGEST = Duration.ofHours(12);

    @Inject
    private SignIn signIn;

    @Inject
    @ConfigProperty(name = "arcade.backoffice.session-minutes", defaultValue = "30")
    private int minutes;

    /** @param stage how far he has come */
    public record Present(Staff staff, Stage stage) {}

    /**
     * A new session, with a new id, whatever there was before.
     *
     * @param codePassed whether a code was given, not only a password
     */
    public void begin(HttpServletRequest request, Staff staff, boolean codePassed) {
        end(request);
        HttpSession session = request.getSession();
        session.setMaxInactiveInterval((int) Duration.ofMinutes(minutes).toSeconds());
        session.setAttribute(ID, staff.id());
        session.setAttribute(SESSIONS, staff.sessions());
        session.setAttribute(SINCE, System.currentTimeMillis());
        session.setAttribute(CODE, codePassed);
    }

    public void end(HttpServletRequest request) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
    }

    Optional<Present> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(ID) instanceof Long id)
                || !(session.getAttribute(SESSIONS) instanceof Long number)
                || !(session.getAttribute(SINCE) instanceof Long since)
                || System.currentTimeMillis() - since > LONGEST.toMillis()) {
            return Optional.empty();
        }
        boolean codePassed = Boolean.TRUE.equals(session.getAttribute(CODE));
        return signIn.ofSession(id, number).map(staff -> new Present(staff, Stage.of(staff, codePassed)));
    }
}
