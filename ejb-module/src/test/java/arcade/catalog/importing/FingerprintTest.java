package arcade.catalog.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import arcade.catalog.importing.file.PictureDraft;
import arcade.catalog.importing.file.ProductDraft;
import arcade.catalog.importing.file.VariantDraft;
import arcade.shared.Sku;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    @Test
    void theSameProductOnOtherLinesIsTheSame() {
        assertEquals(print(product(2, "Mug", "", 5), "x"), print(product(9, "Mug", "", 5), "x"));
    }

    @Test
    void everyContentCounts() {
        String print = print(product(2, "Mug", "", 5), "x");

        assertNotEquals(print, print(product(2, "Mugs", "", 5), "x"));
        assertNotEquals(print, print(product(2, "Mug", "", 6), "x"), "the quantity");
        assertNotEquals(print, print(product(2, "Mug", "", 5), "y"), "the picture's content");
    }

    @Test
    void neighboursDoNotRunTogether() {
        assertNotEquals(print(product(2, "Mug", "s", 5), "x"), print(product(2, "Mugs", "", 5), "x"));
    }

    private static String print(ProductDraft product, String mark) {
        return Fingerprint.of(product, picture -> mark);
    }

    private static ProductDraft product(long line, String title, String body, long pieces) {
        VariantDraft variant = new VariantDraft(
                line,
                new Sku("M"),
                List.of(),
                1800,
                Optional.empty(),
                Optional.empty(),
                0,
                "",
                true,
                pieces,
                true,
                true,
                "");
        PictureDraft picture = new PictureDraft(line, "a.svg", "");
        return new ProductDraft(
                line, "mug", title, body, "", "", "", true, List.of(), "", "", List.of(variant), List.of(picture));
    }
}
