package arcade.web.admin;

import jakarta.faces.FacesException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.AbortProcessingException;
import jakarta.faces.event.ExceptionQueuedEvent;

/**
 * A click that fails gets the status that a page would get: the filters know an outage and a role that is too small, and the script
 * leaves the page as it is. Faces alone would answer 200 and send the browser away from what was typed.
 */
public class ClickFailures extends ExceptionHandlerFactory {

    public ClickFailures(ExceptionHandlerFactory usual) {
        super(usual);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new Rethrowing(getWrapped().getExceptionHandler());
    }

    private static final class Rethrowing extends ExceptionHandlerWrapper {
        Rethrowing(ExceptionHandler usual) {
            super(usual);
        }

        @Override
        public void handle() {
            if (FacesContext.getCurrentInstance().getPartialViewContext().isAjaxRequest()) {
                for (ExceptionQueuedEvent event : getUnhandledExceptionQueuedEvents()) {
                    Throwable failure = event.getContext().getException();
                    if (!(failure instanceof AbortProcessingException)) {
                        throw failure instanceof FacesException faces ? faces : new FacesException(failure);
                    }
                }
            }
            super.handle();
        }
    }
}
