package arcade.web.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Set;

/** What a click on the pages of a table sends. PrimeFaces reads it as a number without looking, so it is looked at before. */
final class TablePages {
    private static final String CLICK = "_pagination";
    /** As all tables offer. */
    private static final Set<String> ROWS = Set.of("25", "50", "100");

    private TablePages() {}

    /** Whether every table of the request is asked for a page that there can be. A file is not read for it. */
    static boolean canBe(HttpServletRequest request) {
        return String.valueOf(request.getContentType()).startsWith("multipart/")
                || Collections.list(request.getParameterNames()).stream()
                        .filter(name -> name.endsWith(CLICK))
                        .map(name -> name.substring(0, name.length() - CLICK.length()))
                        .allMatch(table ->
                                canBe(request.getParameter(table + "_first"), request.getParameter(table + "_rows")));
    }

    private static boolean canBe(String first, String rows) {
        return first != null && first.matches("[0-9]{1,9}") && rows != null && ROWS.contains(rows);
    }
}
