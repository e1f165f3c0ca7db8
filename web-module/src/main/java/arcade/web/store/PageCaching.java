package arcade.web.store;

import jakarta.servlet.http.HttpServletResponse;

/**
 * What caches may keep. The router asks its cache only for visitors without a session cookie, so a page for everybody needs no
 * {@code Vary}; a browser asks again each time, so that a page of before the cart is not shown after it.
 */
public final class PageCaching {
    private PageCaching() {}

    /** The same page for everybody, kept by shared caches. */
    public static void shared(HttpServletResponse response, long seconds) {
        response.setHeader("Cache-Control", "public, max-age=0, s-maxage=" + seconds);
    }

    /** Made for one visitor. */
    public static void never(HttpServletResponse response) {
        response.setHeader("Cache-Control", "private, no-store");
    }

    /** The content of this address never changes. */
    public static void forever(HttpServletResponse response) {
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    }
}
