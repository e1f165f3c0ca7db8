package arcade.operations.node;

import arcade.operations.home.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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
        try {
            Files.createDirectories(target.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + target.getParent(), e);
        }
        node.as(ExplodedExporter.class)
                .exportExploded(
                        target.getParent().toFile(), target.getFileName().toString());
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
