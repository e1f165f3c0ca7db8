package arcade.desk.goods;

/** What became of an edit. */
public sealed interface EditAnswer {

    /** It is stored, and shops show it. */
    record Saved(ProductForm now) implements EditAnswer {}

    /** Somebody else was first; nothing was written. @param now what he made of it */
    record ChangedMeanwhile(ProductForm now) implements EditAnswer {}

    /** Nothing was written. @param field title, vendor, or a SKU */
    record Refused(String field) implements EditAnswer {}

    /** A price before that is not above the price would be shown nowhere; nothing was written. */
    record NoReduction(String sku) implements EditAnswer {}

    /** There is no such product. */
    record Gone() implements EditAnswer {}
}
