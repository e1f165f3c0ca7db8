package arcade.catalog.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.catalog.importing.file.Findings;
import arcade.catalog.importing.file.ImportLimits;
import arcade.catalog.importing.file.PictureDraft;
import arcade.catalog.importing.file.ProductDraft;
import arcade.catalog.importing.file.ProductFile;
import arcade.media.NotAPicture;
import arcade.media.Picture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The demonstration goes through the import that everybody uses, without a loss. */
class DemonstrationTest {
    private static final Pattern START_OR_ATTRIBUTE = Pattern.compile("<[a-zA-Z]+|\\s[a-zA-Z-]+=\"");
    private static final ImportLimits LIMITS = new ImportLimits(
            1 << 25, 1 << 25, 1_000, 10_000, 200, 100_000, 200, 50, 1 << 20, 10_000_000, 100, 8, 2_000);

    @ParameterizedTest
    @CsvSource({"arcade,EUR", "garden,GBP"})
    void everyRowAndEveryPictureGoesIn(String store, String currency) throws IOException, NotAPicture {
        Path folder = Path.of("../domain-config/demonstration", store);
        Findings findings = new Findings(100);
        try (ProductFile file =
                ProductFile.open(folder.resolve("products.csv"), Currency.getInstance(currency), LIMITS, findings)) {
            int products = 0;
            for (Optional<ProductDraft> next = file.next(); next.isPresent(); next = file.next()) {
                products++;
                assertFalse(next.get().pictures().isEmpty(), next.get().handle());
                for (PictureDraft picture : next.get().pictures()) {
                    assertNothingIsLost(folder.resolve(picture.source()));
                }
            }
            assertTrue(products > 20, products + " products");
        }
        assertEquals(0, findings.rejected().size(), () -> findings.rejected().toString());
    }

    private static void assertNothingIsLost(Path file) throws IOException, NotAPicture {
        byte[] drawn = Files.readAllBytes(file);
        byte[] shown = Picture.of(drawn).content();
        assertEquals(parts(drawn), parts(shown), file.toString());
    }

    /** How many elements and attributes. */
    private static long parts(byte[] svg) {
        Matcher parts = START_OR_ATTRIBUTE.matcher(new String(svg, StandardCharsets.UTF_8));
        return parts.results().count();
    }
}
