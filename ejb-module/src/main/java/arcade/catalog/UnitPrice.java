package arcade.catalog;

/** What a measure of the goods costs. @param base {@code kg}, {@code 100 ml} */
public record UnitPrice(Price price, String base) {}
