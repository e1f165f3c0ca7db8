package arcade.operations.node;

import arcade.operations.home.Failure;
import arcade.operations.home.Project;
import arcade.operations.host.Site;
import arcade.operations.process.Folders;
import arcade.operations.process.Reach;
import arcade.operations.process.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Payara Micro, exploded once per version and shared by all nodes. Its launcher insists on being every node's root
 * folder; started by its inner class with the same three settings, nodes keep folders of their own and one archive of
 * class data serves all.
 */
record Runtime(Path folder) {
    /** The JDBC driver; the sockets it reaches the databases by, and the format of the log. */
    private static final List<String> DRIVERS = List.of("mariadb-java-client.jar", "operations-node.jar");

    private static final String MAIN = "fish.payara.micro.impl.PayaraMicroImpl";

    static Runtime exploded(Project project) {
        Path micro = project.newestPart("payara-micro-");
        String name = micro.getFileName().toString().replace(".jar", "");
        // Class data belong to one Java exactly.
        String java = System.getProperty("java.vm.version").replaceAll("[^A-Za-z0-9.]", "_");
        // And to one class path exactly: with another driver they would be of no use.
        Path folder = project.cache().resolve(name + "-java-" + java + "-drivers-" + fingerprint(project));
        Folders.makeOnce(folder, draft -> explode(micro, project, draft));
        return new Runtime(folder);
    }

    /** Makes a node's root folder on its host, empty but for the start configuration and the JDBC resource adapters. */
    void layOut(Site site, Path root) {
        String there = Reach.quoted(List.of(site.there(root).toString()));
        String config = Reach.quoted(List.of(
                site.there(folder.resolve("config")).toString(),
                site.there(folder.resolve("lib")).toString()));
        site.shell(
                "rm -rf " + there + " && mkdir -p " + there + " && cp -r " + config + " " + there,
                "lay out the server's folder");
    }

    /** The archive of class data; absent until a first node has been running. */
    Path classData() {
        return folder.resolve("classes.jsa");
    }

    /** Everything between {@code java <options>} and Payara Micro's own arguments. */
    List<String> command(Site site) {
        Path launcher = folder.resolve("launch-micro.jar");
        List<String> command = new ArrayList<>(moduleOptions(launcher));
        command.add("-Dfish.payara.micro.BootJar=file:" + site.there(launcher));
        command.add("-Dfish.payara.micro.UnpackDir=" + site.there(folder));
        command.add("-cp");
        command.add(Stream.concat(Stream.of(launcher), DRIVERS.stream().map(folder::resolve))
                .map(path -> site.there(path).toString())
                .collect(Collectors.joining(":")));
        command.add(MAIN);
        return command;
    }

    private static String fingerprint(Project project) {
        CRC32 sum = new CRC32();
        try {
            for (String driver : DRIVERS) {
                sum.update(Files.readAllBytes(project.part(driver)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the drivers", e);
        }
        return String.format("%08x", sum.getValue());
    }

    private static void explode(Path micro, Project project, Path draft) {
        Tool made = Tool.run(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-jar",
                        micro.toString(),
                        "--rootdir",
                        draft.toString(),
                        "--outputlauncher"),
                draft,
                Map.of());
        if (!made.succeeded()) {
            throw new Failure("Payara Micro cannot be unpacked: " + made.output(), "see './arcade doctor'");
        }
        try {
            for (String driver : DRIVERS) {
                Files.copy(project.part(driver), draft.resolve(driver));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy the drivers to " + draft, e);
        }
    }

    /** What the launcher's manifest opens; a class path without {@code -jar} needs it said on the command line. */
    private static List<String> moduleOptions(Path launcher) {
        try (JarFile jar = new JarFile(launcher.toFile())) {
            Attributes manifest = jar.getManifest().getMainAttributes();
            List<String> options = new ArrayList<>();
            for (String kind : List.of("Add-Exports", "Add-Opens")) {
                for (String module : manifest.getValue(kind).split(" ")) {
                    options.add("--" + kind.toLowerCase(java.util.Locale.ROOT) + "=" + module + "=ALL-UNNAMED");
                }
            }
            return options;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + launcher, e);
        }
    }
}
