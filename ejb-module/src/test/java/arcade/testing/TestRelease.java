package arcade.testing;

import arcade.shared.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.GenericArchive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The WAR that a test deploys at the root context: the shop with its libraries, as a node has it, and what the test
 * adds.
 *
 * <pre>{@code @Deployment static WebArchive release() { return TestRelease.ofTheShop().withTests(MyIT.class).war(); }}</pre>
 */
public final class TestRelease {
    private final WebArchive war = ShrinkWrap.create(WebArchive.class, "ROOT.war")
            // Without it nothing is injected into the test.
            .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
            // The node's own: it names the libraries that are not searched for beans.
            .addAsWebInfResource(
                    Path.of(
                                    System.getProperty("arcade.root", ".."),
                                    "web-module/src/main/webapp/WEB-INF/payara-web.xml")
                            .toFile(),
                    "payara-web.xml");

    /** The libraries with beans in them. */
    private static final Set<String> MODULES = Set.of("ejb-module.jar", "payment-singleton.jar");

    private static final List<String> WEB_LIBRARIES =
            List.of("org.primefaces.PrimeFaces", "io.nayuki.qrcodegen.QrCode");

    private static final Pattern IN_CONTAINER = Pattern.compile("(?!.*Test(\\$.*)?\\.class$).*\\.class");

    private TestRelease() {}

    public static TestRelease ofTheShop() {
        return new TestRelease()
                .with(Money.class)
                .with(org.jsoup.Jsoup.class)
                .with(org.apache.commons.csv.CSVFormat.class)
                .with(org.apache.commons.io.IOUtils.class)
                .with(org.apache.commons.codec.Charsets.class)
                .with(com.github.benmanes.caffeine.cache.Caffeine.class)
                .with(org.apache.lucene.search.Query.class)
                .with(org.apache.lucene.analysis.en.EnglishAnalyzer.class)
                .with(org.apache.lucene.facet.FacetsConfig.class)
                .with(me.gosimple.nbvcxz.resources.DictionaryUtil.class)
                .with(org.commonmark.parser.Parser.class)
                .with(org.commonmark.ext.gfm.tables.TablesExtension.class)
                .with(de.focus_shift.jollyday.core.HolidayManager.class)
                .with(de.focus_shift.jollyday.jaxb.JaxbConfigurationService.class)
                .with(org.threeten.extra.Days.class)
                .with(org.slf4j.LoggerFactory.class)
                .with(org.slf4j.nop.NOPServiceProvider.class)
                .with(freemarker.template.Template.class)
                .with(net.coobird.thumbnailator.Thumbnails.class)
                .with(com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi.class)
                .with(com.twelvemonkeys.imageio.ImageReaderBase.class)
                .with(com.twelvemonkeys.imageio.metadata.tiff.TIFFReader.class)
                .with(com.twelvemonkeys.lang.Validate.class)
                .with(com.twelvemonkeys.io.LittleEndianDataInputStream.class)
                .with(com.twelvemonkeys.image.ImageUtil.class)
                .with(com.github.davidmoten.aws.lw.client.Client.class)
                .with(org.apache.pdfbox.pdmodel.PDDocument.class)
                .with(org.apache.pdfbox.io.RandomAccessRead.class)
                .with(org.apache.fontbox.ttf.TrueTypeFont.class)
                .with(org.apache.commons.logging.LogFactory.class);
    }

    /** Adds the whole module or library that a class belongs to. */
    public TestRelease with(Class<?> member) {
        Path place = Jars.of(member);
        if (Files.isDirectory(place)) {
            String module = place.getParent().getParent().getFileName() + ".jar";
            JavaArchive jar = ShrinkWrap.create(JavaArchive.class, module);
            war.addAsLibrary(jar.as(ExplodedImporter.class)
                    .importDirectory(place.toFile())
                    .as(JavaArchive.class));
        } else {
            war.addAsLibrary(place.toFile());
        }
        return this;
    }

    /**
     * Adds every in-container test of a module and what they use: so all of them deploy the same, and one server does.
     *
     * @param member any test of that module
     */
    public TestRelease withTests(Class<?> member) {
        Path classes = Jars.of(member);
        try (Stream<Path> files = Files.walk(classes)) {
            files.map(file -> classes.relativize(file).toString())
                    .filter(name -> IN_CONTAINER.matcher(name).matches())
                    .forEach(name ->
                            war.addAsWebInfResource(classes.resolve(name).toFile(), "classes/" + name));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + classes, e);
        }
        return this;
    }

    /** Adds classes of the test itself; it then gets a server of its own. */
    public TestRelease and(Class<?>... classes) {
        war.addClasses(classes);
        return this;
    }

    /** Adds the web module that a class belongs to: its classes, pages and configuration, as a node has them. */
    public TestRelease withWeb(Class<?> member) {
        Path classes = Jars.of(member);
        Path pages = classes.getParent().getParent().resolve("src/main/webapp");
        war.delete("WEB-INF/payara-web.xml");
        war.as(ExplodedImporter.class).importDirectory(pages.toFile());
        war.merge(
                ShrinkWrap.create(GenericArchive.class)
                        .as(ExplodedImporter.class)
                        .importDirectory(classes.toFile())
                        .as(GenericArchive.class),
                "/WEB-INF/classes");
        WEB_LIBRARIES.forEach(library -> with(found(library)));
        return this;
    }

    /** Of the web module's class path, not of this one's. */
    private static Class<?> found(String library) {
        try {
            return Class.forName(library, false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("not on the class path of the tests: " + library, e);
        }
    }

    public WebArchive war() {
        war.getContent(Filters.include("/WEB-INF/lib/.*\\.jar")).keySet().forEach(this::leaveOutOfTheClassModel);
        return war;
    }

    /** As for a node: Payara models each class of a library unless a folder of this name says that it lies there unpacked. */
    private void leaveOutOfTheClassModel(ArchivePath library) {
        String jar = library.get().substring(library.get().lastIndexOf('/') + 1);
        if (!MODULES.contains(jar)) {
            war.addAsDirectory("WEB-INF__lib__" + jar.replace(".jar", "_jar"));
        }
    }
}
