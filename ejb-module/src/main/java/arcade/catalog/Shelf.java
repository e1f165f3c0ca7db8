package arcade.catalog;

/** The category of a product, on its page. */
public record Shelf(String handle, String title) {}
