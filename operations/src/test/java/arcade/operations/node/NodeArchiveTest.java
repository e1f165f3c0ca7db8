package arcade.operations.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeArchiveTest {
    @TempDir
    private Path folder;

    private Path node;

    @BeforeEach
    void explode() {
        StringAsset excluded = new StringAsset(
                "<payara-web-app><scanning-exclude>big-*</scanning-exclude><scanning-exclude>one.two</scanning-exclude></payara-web-app>");
        EnterpriseArchive ear = ShrinkWrap.create(EnterpriseArchive.class, "arcade.ear")
                .addAsModule(ShrinkWrap.create(WebArchive.class, "web-module.war")
                        .addAsWebInfResource(excluded, "payara-web.xml")
                        .addAsLibrary(jar("big-pages.jar")))
                .addAsModule(jar("ejb-module.jar"))
                .addAsLibrary(jar("big-library.jar"))
                .addAsLibrary(jar("oneXtwo.jar"));
        Path file = folder.resolve("arcade.ear");
        ear.as(ZipExporter.class).exportTo(file.toFile());
        node = folder.resolve("release/node");
        NodeArchive.explode(file, node);
    }

    @Test
    void everyModuleAndLibraryIsInTheWar() {
        for (String jar : List.of("ejb-module.jar", "big-library.jar", "big-pages.jar", "oneXtwo.jar")) {
            assertTrue(Files.isRegularFile(node.resolve("WEB-INF/lib").resolve(jar)), jar);
        }
    }

    @Test
    void aLibraryThatIsNotSearchedIsNotModelledEither() throws IOException {
        try (Stream<Path> beside = Files.list(node)) {
            assertEquals(
                    List.of("WEB-INF__lib__big-library_jar", "WEB-INF__lib__big-pages_jar"),
                    beside.map(path -> path.getFileName().toString())
                            .filter(name -> name.startsWith("WEB-INF__"))
                            .sorted()
                            .toList());
        }
    }

    private static JavaArchive jar(String name) {
        return ShrinkWrap.create(JavaArchive.class, name).add(new StringAsset("content"), "content.txt");
    }
}
