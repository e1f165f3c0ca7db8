package arcade.operations.node;

import arcade.operations.home.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.Node;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.Asset;
import org.jboss.shrinkwrap.api.exporter.ExplodedExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * Turns the EAR into the self-contained WAR that a node runs: Payara Micro has no EAR container. EJB jars and the EAR's
 * libraries go to {@code WEB-INF/lib}.
 */
final class NodeArchive {
    private static final String DESCRIPTOR = "WEB-INF/payara-web.xml";
    private static final Pattern EXCLUDED = Pattern.compile("<scanning-exclude>\\s*([^<\\s]+)\\s*<");

    private NodeArchive() {}

    /** Writes the WAR as a folder: a node reads it in place and unpacks nothing. */
    static void explode(Path ear, Path target) {
        EnterpriseArchive release = ShrinkWrap.create(ZipImporter.class, "arcade.ear")
                .importFrom(ear.toFile())
                .as(EnterpriseArchive.class);
        WebArchive node = web(release, ear);
        for (Map.Entry<ArchivePath, Node> jar :
                release.getContent(Filters.include(".*\\.jar")).entrySet()) {
            node.addAsLibrary(jar.getValue().getAsset(), fileName(jar.getKey()));
        }
        leaveOutOfTheClassModel(node);
        try {
            Files.createDirectories(target.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + target.getParent(), e);
        }
        node.as(ExplodedExporter.class)
                .exportExploded(
                        target.getParent().toFile(), target.getFileName().toString());
    }

    /**
     * Payara reads every class of every library into a model before it looks at {@code scanning-exclude}: 20 000 classes and half
     * of a node's heap for libraries without a bean. It leaves out a jar that lies there unpacked, by the name of its folder
     * ({@code ReadableArchiveScannerAdapter.handleJar}); an empty folder of that name is enough.
     */
    private static void leaveOutOfTheClassModel(WebArchive node) {
        String descriptor = text(node.get(DESCRIPTOR));
        List<Pattern> excluded = EXCLUDED.matcher(descriptor)
                .results()
                .map(found -> Pattern.compile(found.group(1).replace(".", "\\.").replace("*", ".*") + "\\.jar"))
                .toList();
        for (ArchivePath library :
                node.getContent(Filters.include("/WEB-INF/lib/.*\\.jar")).keySet()) {
            if (excluded.stream()
                    .anyMatch(pattern -> pattern.matcher(fileName(library)).matches())) {
                node.addAsDirectory("WEB-INF__lib__" + fileName(library).replace(".jar", "_jar"));
            }
        }
    }

    private static String text(Node file) {
        try (InputStream content = file.getAsset().openStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file.getPath(), e);
        }
    }

    private static WebArchive web(EnterpriseArchive release, Path ear) {
        Asset war = release.getContent(Filters.include("/[^/]*\\.war")).values().stream()
                .findFirst()
                .orElseThrow(() -> new Failure(ear + " holds no WAR", "name the build's arcade.ear"))
                .getAsset();
        return ShrinkWrap.create(ZipImporter.class, "node.war")
                .importFrom(war.openStream())
                .as(WebArchive.class);
    }

    private static String fileName(ArchivePath path) {
        String full = path.get();
        return full.substring(full.lastIndexOf('/') + 1);
    }
}
