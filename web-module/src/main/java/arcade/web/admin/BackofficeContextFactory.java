package arcade.web.admin;

import arcade.web.request.Door;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.FacesContextFactory;
import jakarta.faces.lifecycle.Lifecycle;
import jakarta.servlet.http.HttpServletRequest;
import org.primefaces.context.PrimeFacesContext;

/** PrimeFaces has its hands in the back office's requests only: the storefront's are made as if it were not there. */
public class BackofficeContextFactory extends FacesContextFactory {
    private final FacesContextFactory withoutPrimeFaces;

    public BackofficeContextFactory(FacesContextFactory primeFaces) {
        super(primeFaces);
        this.withoutPrimeFaces = primeFaces.getWrapped();
    }

    @Override
    public FacesContext getFacesContext(Object context, Object request, Object response, Lifecycle lifecycle) {
        boolean here = request instanceof HttpServletRequest http && Door.isBackoffice(http);
        FacesContextFactory factory = here || withoutPrimeFaces == null ? getWrapped() : withoutPrimeFaces;
        FacesContext faces = factory.getFacesContext(context, request, response, lifecycle);
        // PrimeFaces adds its policy to every page that has none of its own yet: all of ours have one.
        PrimeFacesContext.getCspState(faces).setInitialized(true);
        return faces;
    }
}
