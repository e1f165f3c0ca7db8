package arcade.web.admin;

import arcade.web.request.Door;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.servlet.http.HttpServletRequest;
import org.primefaces.PrimeFaces;
import org.primefaces.context.PrimeFacesContext;

/**
 * The content security policy of pages with PrimeFaces: its inline scripts carry a nonce, so others do not run; its styles are
 * inline by attribute, which no nonce can allow. All other pages keep the strict policy.
 */
public class BackofficePolicy implements PhaseListener {
    private static final String POLICY =
            "default-src 'self'; script-src 'self' 'nonce-%s'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data:; base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'none'";

    // Whether a view is transient is not known yet: it says so while it is built, which comes later.
    private static final String PAGES = "/admin/";

    @Override
    public void beforePhase(PhaseEvent event) {
        FacesContext faces = event.getFacesContext();
        if (Door.isBackoffice((HttpServletRequest) faces.getExternalContext().getRequest())
                && faces.getViewRoot() != null
                && faces.getViewRoot().getViewId().startsWith(PAGES)) {
            String nonce = PrimeFacesContext.getCspState(faces).getNonce();
            faces.getExternalContext().setResponseHeader("Content-Security-Policy", POLICY.formatted(nonce));
            PrimeFaces.current().executeInitScript("if(window.PrimeFaces){PrimeFaces.csp.init('" + nonce + "');}");
        }
    }

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RENDER_RESPONSE;
    }
}
