package arcade.catalog.search;

/** A product that may be meant while its name is being typed. */
public record Suggestion(String handle, String title) {}
