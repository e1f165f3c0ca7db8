package arcade.catalog.importing.file;

import java.util.List;

/** The columns that are read, by Shopify's names; all others are left alone. */
enum Column {
    HANDLE("Handle"),
    TITLE("Title"),
    BODY("Body (HTML)"),
    VENDOR("Vendor"),
    TYPE("Type"),
    TAGS("Tags"),
    PUBLISHED("Published"),
    STATUS("Status"),
    OPTION1_NAME("Option1 Name"),
    OPTION1_VALUE("Option1 Value"),
    OPTION2_NAME("Option2 Name"),
    OPTION2_VALUE("Option2 Value"),
    OPTION3_NAME("Option3 Name"),
    OPTION3_VALUE("Option3 Value"),
    SKU("Variant SKU"),
    GRAMS("Variant Grams"),
    TRACKER("Variant Inventory Tracker"),
    PIECES("Variant Inventory Qty"),
    POLICY("Variant Inventory Policy"),
    PRICE("Variant Price"),
    COMPARE_AT("Variant Compare At Price"),
    CONTENT("Unit Price Total Measure"),
    CONTENT_UNIT("Unit Price Total Measure Unit"),
    BASE("Unit Price Base Measure"),
    BASE_UNIT("Unit Price Base Measure Unit"),
    REQUIRES_SHIPPING("Variant Requires Shipping"),
    TAXABLE("Variant Taxable"),
    BARCODE("Variant Barcode"),
    IMAGE("Image Src"),
    IMAGE_POSITION("Image Position"),
    IMAGE_ALT("Image Alt Text"),
    VARIANT_IMAGE("Variant Image"),
    GIFT_CARD("Gift Card"),
    SEO_TITLE("SEO Title"),
    SEO_DESCRIPTION("SEO Description");

    static final List<Column> NEEDED = List.of(HANDLE, TITLE, PRICE);
    static final List<Column> OPTION_NAMES = List.of(OPTION1_NAME, OPTION2_NAME, OPTION3_NAME);
    static final List<Column> OPTION_VALUES = List.of(OPTION1_VALUE, OPTION2_VALUE, OPTION3_VALUE);

    private final String title;

    Column(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
