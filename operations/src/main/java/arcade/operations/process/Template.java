package arcade.operations.process;

import arcade.operations.home.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A configuration file of {@code domain-config} with {@code ${name}} places, filled from the topology. */
public record Template(Path file) {
    private static final Pattern PLACE = Pattern.compile("\\$\\{([a-z-]+)}");

    /** @throws Failure when the file names a place that has no value */
    public String filled(Map<String, String> values) {
        try {
            return PLACE.matcher(Files.readString(file))
                    .replaceAll(place -> Matcher.quoteReplacement(value(place.group(1), values)));
        } catch (IOException e) {
            throw new Failure("cannot read " + file + ": " + e.getMessage(), "restore it from git", e);
        }
    }

    /** Fills it into a file that only its owner can read: most of them hold a password. */
    public void fillInto(Path target, Map<String, String> values) {
        writeOwnerOnly(target, filled(values));
    }

    public static void writeOwnerOnly(Path target, String text) {
        try {
            Files.createDirectories(target.getParent());
            if (!Files.exists(target)) {
                Files.createFile(
                        target, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(target, text, StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + target, e);
        }
    }

    private String value(String name, Map<String, String> values) {
        String value = values.get(name);
        if (value == null) {
            throw new Failure(
                    file + " names ${" + name + "}, which has no value",
                    "use one of "
                            + String.join(
                                    ", ", values.keySet().stream().sorted().toList()));
        }
        return value;
    }
}
