package arcade.web.metrics;

import java.util.Locale;

/** What was asked for, as an operator tells it apart. Few and fixed: no address of a shopper makes a new time series. */
enum Kind {
    HOME,
    CATEGORY,
    PRODUCT,
    SEARCH,
    CART,
    CHECKOUT,
    ORDER,
    ACCOUNT,
    API,
    /** A request to the API that asks to wait for its payment; it holds no thread meanwhile. */
    API_WAIT,
    ADMIN,
    FILE,
    NOTICE,
    /** The router's look at the node's health, and what operators ask. */
    INTERNAL,
    OTHER;

    /** By the first part of the path. */
    static Kind of(String path) {
        int end = path.indexOf('/', 1);
        return switch (end < 0 ? path : path.substring(0, end)) {
            case "", "/" -> HOME;
            case "/c" -> CATEGORY;
            case "/p" -> PRODUCT;
            case "/search" -> SEARCH;
            case "/cart", "/handover" -> CART;
            case "/checkout" -> CHECKOUT;
            case "/orders" -> ORDER;
            case "/account" -> ACCOUNT;
            case "/api" -> API;
            case "/admin", "/jakarta.faces.resource" -> ADMIN;
            case "/assets", "/media", "/robots.txt", "/sitemap.xml" -> FILE;
            case "/webhooks" -> NOTICE;
            case "/internal", "/health", "/metrics", "/openapi" -> INTERNAL;
            default -> OTHER;
        };
    }

    /** By its {@code Prefer} header as well: who waits for his payment is not served slowly. */
    Kind preferring(String prefer) {
        return this == API && prefer != null && prefer.contains("wait") ? API_WAIT : this;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
