package arcade.catalog.importing.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of good and bad rows. */
class RowsTest {
    private static final String HEADER =
            "Handle,Title,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,"
                    + "Variant Price,Variant Compare At Price,Variant Inventory Tracker,Variant Inventory Qty,"
                    + "Image Src,Image Position";

    @Test
    void rowsOfOneHandleAreOneProduct() throws IOException {
        ProductDraft mug = read(
                        "mug,Mug,Colour,Oat,,,M-1,18,20,shopify,5,a.svg,2",
                        "mug,,,Sage,,,M-2,19,,shopify,,b.svg,1",
                        "mug,,,,,,,,,,,c.svg,")
                .only();

        assertEquals(2, mug.variants().size());
        assertEquals(Optional.of(2000L), mug.variants().get(0).compareAtMinor());
        assertEquals(5, mug.variants().get(0).pieces());
        assertEquals(
                List.of("b.svg", "a.svg", "c.svg"),
                mug.pictures().stream().map(PictureDraft::source).toList());
    }

    @Test
    void aBadFirstRowRefusesTheProduct() throws IOException {
        ProductFileFixture read = read("mug,,Colour,Oat,,,,18,,,,,", "mug,,,Sage,,,,18,,,,,", "cup,Cup,,,,,,5,,,,,");

        assertEquals(
                List.of("2 mug: Title is empty in the product's first row; the product's other rows go with it: 1"),
                read.refusals());
        assertEquals("cup", read.only().handle());
    }

    @Test
    void aBadFurtherRowCostsOnlyItsVariant() throws IOException {
        ProductFileFixture read = read(
                "mug,Mug,Colour,Oat,,,,18,,,,,",
                "mug,,,Oat,,,,18,,,,,",
                "mug,,,,,,X,18,,,,,",
                "mug,,,Sage,,,,-1,,,,,",
                "mug,,,Red,,,,1,,shopify,many,,",
                "mug,,,,,,,,,,,,",
                "mug,,,Blue,,,",
                "mug,,,Green,,,,7,,,,,");

        assertEquals(
                List.of(
                        "3 mug: the same options as line 2",
                        "4 mug: Option1 Value is empty, and the product is chosen by it",
                        "5 mug: Variant Price is negative: -1",
                        "6 mug: Variant Inventory Qty is not a number: many",
                        "7 mug: neither a variant nor a picture",
                        "8 mug: the row has 7 values, the header 13"),
                read.refusals());
        assertEquals(2, read.only().variants().size());
    }

    @Test
    void aSkuNamesOneVariantOfTheFile() throws IOException {
        ProductFileFixture read =
                read("mug,Mug,,,,,M,18,,,,,", "cup,Cup,,,,,M,18,,,,,", "jug,Jug,,,,,no blanks,18,,,,,");

        assertEquals(
                List.of(
                        "3 cup: the SKU M is already that of line 2",
                        "4 jug: Variant SKU is not 1 to 64 ASCII characters without blanks: no blanks"),
                read.refusals());
    }

    @Test
    void aHandleComesOnce() throws IOException {
        ProductFileFixture read =
                read("mug,Mug,,,,,,18,,,,,", "cup,Cup,,,,,,18,,,,,", "mug,Mug,,,,,,18,,,,,", "a/b,A,,,,,,1,,,,,");

        assertEquals(
                List.of(
                        "4 mug: Handle was there before; the rows of a product must follow each other",
                        "5 a/b: Handle is not 1 to 255 of a-z, 0-9, -, _: a/b"),
                read.refusals());
    }

    @Test
    void optionsAreNamedByTheFirstRow() throws IOException {
        assertEquals(
                List.of("2 mug: Option1 Name is empty, but there is a value for it"),
                read("mug,Mug,,Oat,,,,18,,,,,").refusals());
        assertEquals(
                List.of("3 mug: Option2 Value is given, but the product's first row names no such option"),
                read("mug,Mug,Colour,Oat,,,,18,,,,,", "mug,,,Sage,,L,,18,,,,,").refusals());
        assertEquals(
                List.of(), read("mug,Mug,Title,Default Title,,,,18,,,,,").only().optionNames());
    }

    @Test
    void whatIsNotTrackedIsToldOnce() throws IOException {
        ProductFileFixture read =
                read("mug,Mug,,,,,,18,,,3,,", "cup,Cup,,,,,,18,,,,,", "jug,Jug,,,,,,18,,shopify,-2,,");

        assertEquals(
                List.of(4L, 2L),
                read.findings.notices().stream().map(Findings.Notice::line).toList());
        assertFalse(read.products.get(0).variants().get(0).tracked());
        assertTrue(read.products.get(2).variants().get(0).tracked());
        assertEquals(0, read.products.get(2).variants().get(0).pieces());
    }

    @Test
    void blankLinesAndALeadingMarkAreNoRows() throws IOException {
        ProductFileFixture read =
                ProductFileFixture.of("\uFEFF" + HEADER, "", "mug,Mug,,,,,,18,,,,,", ",,", "", "cup,,,,,,,5,,,,,");

        assertEquals("mug", read.products.get(0).handle());
        assertEquals(List.of("6 cup: Title is empty in the product's first row"), read.refusals());
    }

    @Test
    void aProductHasLimits() throws IOException {
        String[] rows = new String[6];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = "mug," + (i == 0 ? "Mug,Size" : ",") + "," + i + ",,,,18,,,," + i + ".svg,";
        }
        assertEquals(
                List.of("2 mug: the product has more than 5 variants; the product's other rows go with it: 5"),
                read(rows).refusals());
        assertEquals(
                3, read(rows[0], rows[1], rows[2], rows[3]).only().pictures().size());
    }

    private static ProductFileFixture read(String... rows) throws IOException {
        String[] lines = new String[rows.length + 1];
        lines[0] = HEADER;
        System.arraycopy(rows, 0, lines, 1, rows.length);
        return ProductFileFixture.of(lines);
    }
}
