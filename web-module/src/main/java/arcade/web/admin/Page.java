package arcade.web.admin;

import arcade.staff.Acting;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.primefaces.context.PrimeFacesContext;

/** What every page of the back office does: read its address, tell what went wrong, go on to a GET after a change. */
public abstract class Page {

    protected static Desk desk() {
        return (Desk) request().getAttribute("desk");
    }

    protected static Acting acting() {
        return desk().acting();
    }

    /** A parameter of the address or of the form, without spaces around it; empty: it is not there. */
    protected static String parameter(String name) {
        String value = request().getParameter(name);
        return value == null ? "" : value.strip();
    }

    protected static boolean isSent(String name) {
        return request().getParameter(name) != null;
    }

    protected static long number(String name) {
        String value = parameter(name);
        return value.matches("[0-9]{1,18}") ? Long.parseLong(value) : 0;
    }

    /** Says on the page what could not be done, and why. */
    protected static void refuse(String key, Object... values) {
        FacesContext.getCurrentInstance()
                .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, desk().say(key, values), null));
        FacesContext.getCurrentInstance().validationFailed();
    }

    /** After a change: the page anew, so that a reload changes nothing again. */
    protected static void goTo(String address) {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        try {
            external.redirect(address);
        } catch (IOException e) {
            throw new UncheckedIOException("the browser went away", e);
        }
    }

    /** There is no such thing as the address names. */
    protected static void missing() {
        FacesContext faces = FacesContext.getCurrentInstance();
        try {
            faces.getExternalContext().responseSendError(404, null);
            faces.responseComplete();
        } catch (IOException e) {
            throw new UncheckedIOException("the browser went away", e);
        }
    }

    /** Of the page's scripts. PrimeFaces' script puts it into each form; a form that is sent whole brings it without a script, too. */
    public String getNonce() {
        return PrimeFacesContext.getCspState(FacesContext.getCurrentInstance()).getNonce();
    }

    private static HttpServletRequest request() {
        return (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
    }
}
