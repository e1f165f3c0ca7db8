package arcade.catalog.importing.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arcade.catalog.Content;
import arcade.catalog.MeasureUnit;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContentsTest {
    private static final String HEADER =
            "Handle,Title,Variant Price,Unit Price Total Measure,Unit Price Total Measure Unit,"
                    + "Unit Price Base Measure,Unit Price Base Measure Unit";

    @Test
    void aContentIsComparedByTheUsualUnitUnlessAnotherIsTold() throws IOException {
        assertEquals(
                Optional.of(new Content(new BigDecimal("330"), MeasureUnit.ML, BigDecimal.ONE, MeasureUnit.L)),
                content("soap,Soap,18,330,ml,,"));
        assertEquals(
                Optional.of(new Content(new BigDecimal("0.5"), MeasureUnit.KG, new BigDecimal("100"), MeasureUnit.G)),
                content("tea,Tea,18,0.500,KG,100,g"));
        assertEquals(Optional.empty(), content("mug,Mug,18,,,,"));
    }

    @Test
    void whatCannotBeComparedIsRefused() throws IOException {
        assertEquals(
                List.of(
                        "2 a: Unit Price Total Measure Unit is none of mg, g, kg, ml, cl, l, m3, mm, cm, m, m2: pint",
                        "3 b: Unit Price Total Measure is not an amount above zero: 0",
                        "4 c: Unit Price Base Measure Unit does not fit: ML cannot be compared by KG"),
                ProductFileFixture.of(HEADER, "a,A,1,2,pint,,", "b,B,1,0,ml,,", "c,C,1,2,ml,1,kg")
                        .refusals());
    }

    private static Optional<Content> content(String row) throws IOException {
        return ProductFileFixture.of(HEADER, row).only().variants().get(0).content();
    }
}
