package arcade.web.request;

import jakarta.servlet.http.HttpServletRequest;

/** By which door a request came in: a shop's, or the back office's. */
public final class Door {
    private static final String STAFF = "arcade.backoffice";
    private static final String PAGES = "/admin";
    private static final String RESOURCES = "/jakarta.faces.resource";

    private Door() {}

    /** From here on the request is the back office's: of no store, and with no form of a store. */
    public static void isStaffs(HttpServletRequest request) {
        request.setAttribute(STAFF, true);
    }

    /** Whether this request came to the back office. */
    public static boolean isBackoffice(HttpServletRequest request) {
        return request.getAttribute(STAFF) != null;
    }

    /** Whether an address is the back office's, by whatever door it is asked for. */
    public static boolean belongsToBackoffice(String path) {
        return isUnder(path, PAGES) || isUnder(path, RESOURCES);
    }

    /** The path as the container understands it: decoded, without parameters, dots and doubled slashes. */
    public static String path(HttpServletRequest request) {
        return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    }

    /** Whether a path is that folder, or lies in it. */
    public static boolean isUnder(String path, String folder) {
        return path.equals(folder) || path.startsWith(folder + "/");
    }
}
