package arcade.catalog.importing.file;

/** A picture that the file names. @param source an address (http, https) or a path in the posted archive */
public record PictureDraft(long line, String source, String alt) {

    public boolean isRemote() {
        return source.startsWith("https://") || source.startsWith("http://");
    }
}
