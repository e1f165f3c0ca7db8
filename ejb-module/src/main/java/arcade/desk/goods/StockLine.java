package arcade.desk.goods;

/** Pieces of one SKU: to be sold, promised to orders not yet paid, sold. */
public record StockLine(String store, String sku, String title, long onHand, long reserved, long sold) {}
