package arcade.catalog;

/** A category in navigation. @param products how many are for sale in it @param picture of its first product */
public record CategoryCard(String handle, String title, String description, int products, PictureView picture) {}
