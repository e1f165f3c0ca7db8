package arcade.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may import whom, read from the sources of all modules. */
class HouseRulesTest {
    private static final Pattern IMPORT = Pattern.compile("import (?:static )?(arcade\\.[\\w.]+)");
    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();

    /** Packages that a module may import; all of its own begin so. */
    private static final Map<String, List<String>> MAY_IMPORT = Map.of(
            "operations", List.of("arcade.operations."),
            "payment-sandbox", List.of("arcade.sandbox."),
            "system-tests", List.of("arcade.system."));

    private static final Map<String, List<String>> MAY_NOT_IMPORT = Map.of(
            "ejb-module", List.of("arcade.web.", "arcade.till.", "arcade.operations.", "arcade.sandbox."),
            "web-module", List.of("arcade.till.", "arcade.operations.", "arcade.sandbox."),
            "payment-singleton", List.of("arcade.web.", "arcade.operations.", "arcade.sandbox."));

    @Test
    void strangersImportNoClassOfTheShop() throws IOException {
        List<String> breaches = new ArrayList<>();

        for (var module : MAY_IMPORT.entrySet()) {
            imports(module.getKey(), (file, imported) -> {
                if (module.getValue().stream().noneMatch(imported::startsWith)) {
                    breaches.add(file + " imports " + imported);
                }
            });
        }

        assertEquals(List.of(), breaches);
    }

    @Test
    void theWebAndTheTillMeetInRowsOnly() throws IOException {
        List<String> breaches = new ArrayList<>();

        for (var module : MAY_NOT_IMPORT.entrySet()) {
            imports(module.getKey(), (file, imported) -> {
                if (module.getValue().stream().anyMatch(imported::startsWith)) {
                    breaches.add(file + " imports " + imported);
                }
            });
        }

        assertEquals(List.of(), breaches);
    }

    @Test
    void noPackageIsInTwoModules() throws IOException {
        Map<String, Set<String>> homes = new TreeMap<>();

        for (Path module : modules()) {
            Path sources = module.resolve("src/main/java");
            for (Path file : sources(sources)) {
                String name = sources.relativize(file.getParent()).toString().replace('/', '.');
                homes.computeIfAbsent(name, key -> new TreeSet<>())
                        .add(module.getFileName().toString());
            }
        }

        homes.values().removeIf(modules -> modules.size() == 1);
        assertEquals(Map.of(), homes);
    }

    @Test
    void theReleaseAndTheConfigurationHoldNoJava() throws IOException {
        assertEquals(List.of(), sources(PROJECT.resolve("ear")));
        assertEquals(List.of(), sources(PROJECT.resolve("domain-config")));
    }

    private interface Seen {
        void imported(Path file, String name);
    }

    private static void imports(String module, Seen seen) throws IOException {
        List<Path> files = sources(PROJECT.resolve(module).resolve("src"));
        assertTrue(!files.isEmpty(), () -> "no sources of " + module + " in " + PROJECT);
        for (Path file : files) {
            for (String line : Files.readAllLines(file)) {
                var found = IMPORT.matcher(line);
                if (found.lookingAt()) {
                    seen.imported(file, found.group(1));
                }
            }
        }
    }

    private static List<Path> modules() throws IOException {
        try (Stream<Path> folders = Files.list(PROJECT)) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .toList();
        }
    }

    private static List<Path> sources(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .toList();
        }
    }
}
