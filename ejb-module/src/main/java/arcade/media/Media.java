package arcade.media;

import java.nio.file.Path;

/** A stored picture. @param name SHA-256 of its content and its ending: the content of a name never changes */
public record Media(String name, MediaKind kind, Path file) {}
