package arcade.till.mutant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One deliberate bug: a text of one source file that is replaced by another.
 *
 * @param number of the bug in docs/mutants.md; several mutants may be forms of the same bug
 * @param bug in words
 * @param module the folder of the module that holds the source
 * @param type the top-level class whose source is changed
 * @param original must stand in the source exactly once
 * @param replacement what stands there instead
 * @param catchers the tests that must notice, as {@code Class#method}, the class with its package
 */
record Mutant(
        int number,
        String bug,
        String module,
        String type,
        String original,
        String replacement,
        List<String> catchers) {
    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();

    /** The source with the bug in it. Fails if the text to be replaced is gone: the mutant is stale. */
    String source() throws IOException {
        String source = Files.readString(file());
        int first = source.indexOf(original);
        if (first < 0 || source.indexOf(original, first + 1) >= 0) {
            throw new AssertionError("the mutant is stale: \"" + bug + "\" replaces a text that stands "
                    + (first < 0 ? "nowhere" : "more than once") + " in " + file() + ":\n" + original);
        }
        return source.substring(0, first) + replacement + source.substring(first + original.length());
    }

    Path file() {
        return PROJECT.resolve(module).resolve("src/main/java").resolve(type.replace('.', '/') + ".java");
    }

    @Override
    public String toString() {
        return "(" + number + ") " + bug;
    }
}
