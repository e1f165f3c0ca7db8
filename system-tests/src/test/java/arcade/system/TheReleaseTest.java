package arcade.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code arcade.ear} is an EAR that any Jakarta EE server could take: what it holds, and what its descriptor says of it. */
class TheReleaseTest {
    private static final Path EAR = Path.of("").toAbsolutePath().getParent().resolve("ear/target/arcade.ear");

    @BeforeAll
    static void isBuilt() {
        assertTrue(Files.exists(EAR), () -> EAR + " is missing: run ./mvnw -DskipTests package first");
    }

    @Test
    void theDescriptorNamesTheWebAndTwoEjbModules() throws IOException {
        Document descriptor;
        try (ZipFile ear = new ZipFile(EAR.toFile());
                InputStream content = ear.getInputStream(ear.getEntry("META-INF/application.xml"))) {
            descriptor = Jsoup.parse(content, "UTF-8", "", Parser.xmlParser());
        }

        assertEquals("10", descriptor.select("application").attr("version"));
        assertEquals(
                List.of("ejb-module.jar", "payment-singleton.jar"),
                descriptor.select("module > ejb").eachText());
        assertEquals(
                List.of("web-module.war"),
                descriptor.select("module > web > web-uri").eachText());
        assertEquals(
                List.of("/"), descriptor.select("module > web > context-root").eachText());
        assertEquals("lib", descriptor.select("library-directory").text());
    }

    @Test
    void itHoldsItsModulesAndTheirLibrariesOnce() throws IOException {
        Set<String> names = names();

        Set<String> modules =
                names.stream().filter(name -> !name.contains("/")).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of("ejb-module.jar", "payment-singleton.jar", "web-module.war"), modules);
        assertTrue(names.contains("lib/stripe-java.jar"), names::toString);
        // What has pages and pictures of its own must lie in the module that shows them; it is in no other place.
        assertEquals(
                List.of("primefaces", "qrcodegen"),
                inside("web-module.war").stream()
                        .filter(name -> name.endsWith(".jar"))
                        .map(name -> name.replaceFirst("WEB-INF/lib/([a-z]+)-.*", "$1"))
                        .toList());
        assertFalse(names.stream().anyMatch(name -> name.matches("lib/(primefaces|qrcodegen).*")), names::toString);
        assertFalse(
                names.stream().anyMatch(name -> name.matches("lib/(jakarta|javax|microprofile|hazelcast|payara).*")),
                () -> "the server's own: " + names);
    }

    /** None has a bean; reading them took the longest part of a node's start. */
    @Test
    void noLibraryIsSearchedForBeans() throws IOException {
        List<Pattern> excluded = Pattern.compile("<scanning-exclude>([^<]+)<")
                .matcher(text("web-module.war", "WEB-INF/payara-web.xml"))
                .results()
                .map(found -> Pattern.compile(found.group(1).replace("*", ".*") + "\\.jar"))
                .toList();
        Set<String> libraries = new TreeSet<>(names());
        libraries.addAll(inside("web-module.war"));

        assertEquals(
                List.of(),
                libraries.stream()
                        .filter(name -> name.matches("(WEB-INF/)?lib/.*\\.jar"))
                        .map(name -> name.substring(name.lastIndexOf('/') + 1))
                        .filter(jar -> excluded.stream()
                                .noneMatch(pattern -> pattern.matcher(jar).matches()))
                        .toList());
    }

    /** Payara Server refuses an EJB module without one, and gives a module's persistence unit to no other module. */
    @Test
    void whoAsksForThePersistenceUnitIsAnEjbOfItsModule() throws IOException {
        List<String> strangers = new ArrayList<>();
        for (String module : List.of("ejb-module", "payment-singleton", "web-module")) {
            Path sources =
                    EAR.getParent().getParent().getParent().resolve(module).resolve("src/main/java");
            try (var files = Files.walk(sources)) {
                for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                    String text = Files.readString(file);
                    boolean asks = text.contains("@PersistenceContext") || text.contains("@PersistenceUnit");
                    if (asks && !(module.equals("ejb-module") && text.contains("@Stateless"))) {
                        strangers.add(file.toString());
                    }
                }
            }
        }

        assertTrue(inside("ejb-module.jar").contains("META-INF/persistence.xml"));
        assertEquals(List.of(), strangers);
    }

    private static Set<String> names() throws IOException {
        try (ZipFile ear = new ZipFile(EAR.toFile())) {
            return ear.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String text(String module, String file) throws IOException {
        try (ZipFile ear = new ZipFile(EAR.toFile());
                ZipInputStream content = new ZipInputStream(ear.getInputStream(ear.getEntry(module)))) {
            for (ZipEntry entry = content.getNextEntry(); entry != null; entry = content.getNextEntry()) {
                if (entry.getName().equals(file)) {
                    return new String(content.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError(module + " holds no " + file);
    }

    private static Set<String> inside(String module) throws IOException {
        Set<String> names = new TreeSet<>();
        try (ZipFile ear = new ZipFile(EAR.toFile());
                ZipInputStream content = new ZipInputStream(ear.getInputStream(ear.getEntry(module)))) {
            for (ZipEntry entry = content.getNextEntry(); entry != null; entry = content.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}
