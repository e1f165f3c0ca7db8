package arcade.catalog.importing.file;

/** The file as a whole cannot be read as Shopify's product CSV. Nothing of it was imported. */
public class MalformedFile extends RuntimeException {
    public MalformedFile(long line, String reason) {
        super("line " + line + ": " + reason);
    }
}
