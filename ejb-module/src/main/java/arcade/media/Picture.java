package arcade.media;

/** A picture whose content was checked. @param name SHA-256 of the content and the ending of its kind */
@SuppressWarnings("ArrayRecordComponent")
public record Picture(String name, MediaKind kind, byte[] content, int width, int height) {}
