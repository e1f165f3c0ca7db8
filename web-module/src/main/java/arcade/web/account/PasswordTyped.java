package arcade.web.account;

import jakarta.servlet.http.HttpServletRequest;

/** A password as it was typed: blanks around it are part of it. */
final class PasswordTyped {
    /** Longer ones nobody has; whoever sends a megabyte gets no hash of it. */
    private static final int MOST = 1000;

    private PasswordTyped() {}

    static String of(HttpServletRequest request, String field) {
        String typed = request.getParameter(field);
        return typed == null ? "" : typed.substring(0, Math.min(typed.length(), MOST));
    }
}
