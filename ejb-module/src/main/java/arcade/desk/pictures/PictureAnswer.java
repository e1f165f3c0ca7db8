package arcade.desk.pictures;

/** What became of a change to the pictures of a product. */
public sealed interface PictureAnswer {

    /** It is stored, and shops show it. */
    record Saved() implements PictureAnswer {}

    /** Somebody else was first; nothing was written. @param now what he made of them */
    record ChangedMeanwhile(ProductPictures now) implements PictureAnswer {}

    /** Nothing was written. */
    record Refused(Wrong reason) implements PictureAnswer {}

    /** There is no such product. */
    record Gone() implements PictureAnswer {}

    /** Why not. */
    enum Wrong {
        /** By its content it is none of the kinds that shops show. */
        KIND,
        DAMAGED,
        PIXELS,
        SVG,
        BYTES,
        EMPTY,
        /** The product has this picture already. */
        THERE,
        /** The product has as many as it may. */
        MANY,
        /** Where pictures lie nobody answers. */
        AWAY,
        /** A description is too long. */
        ALT
    }
}
