package arcade.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SvgCleanerTest {
    private static final String OPEN = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\">";

    @Test
    void shapesPaintAndTextRemain() throws NotAPicture {
        String drawing =
                OPEN + "<defs><linearGradient id=\"a\"><stop offset=\"0\" stop-color=\"#fff\"></stop></linearGradient>"
                        + "</defs>"
                        + "<g clip-path=\"url(#c)\" opacity=\".5\"><path d=\"M0 0L8 8\" fill=\"url(#a)\"></path></g>"
                        + "<title>A &lt;mug&gt;</title></svg>";

        assertEquals(drawing, clean("<?xml version='1.0'?><!-- by hand -->" + drawing));
    }

    @Test
    void cleaningTwiceChangesNothing() throws NotAPicture {
        String once = clean(OPEN + "<use href='#a'/><text x='1'>é &amp; 日本</text></svg>");
        assertEquals(once, clean(once));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<g><script href='//evil'/></g>",
                "<path onload='alert(1)' d='M0 0'/>",
                "<a href='javascript:alert(1)'><path d='M0 0'/></a>",
                "<image href='//evil/a.png'/>",
                "<use href='//evil/a.svg#x'/>",
                "<use xmlns:x='http://www.w3.org/1999/xlink' x:href='data:image/svg+xml,x#a'/>",
                "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml' onload='alert(1)'/></foreignObject>",
                "<style>@import url(//evil)</style>",
                "<path style='fill:url(//evil)' d='M0 0'/>",
                "<path fill='url(//evil#a)'/>",
                "<path fill='u\\72l(//evil#a)'/>",
                "<path fill='url(#a) url(//evil)'/>",
                "<animate attributeName='href' values='javascript:alert(1)'/>",
                "<set attributeName='onload' to='alert(1)'/>",
                "<x:script xmlns:x='http://www.w3.org/2000/svg'>alert(1)</x:script>",
                "<?xml-stylesheet href='//evil'?>",
                "<desc><![CDATA[<script>alert(1)</script>]]></desc>"
            })
    void nothingThatRunsLoadsOrLinksRemains(String inside) throws NotAPicture {
        String clean = clean(OPEN + inside + "</svg>").toLowerCase(Locale.ROOT);
        for (String danger :
                new String[] {"<script", "onload", "evil", "script:", "data:", "<image", "foreign", "<style", "<set"}) {
            assertFalse(clean.contains(danger), clean);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html xmlns='http://www.w3.org/1999/xhtml'/>",
                "<svg/>",
                "<svg xmlns='http://www.w3.org/2000/svg'>",
                "<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///a'>]><svg xmlns='http://www.w3.org/2000/svg'>&a;</svg>",
                "<!DOCTYPE svg><svg xmlns='http://www.w3.org/2000/svg'/>",
                "<"
            })
    void whatIsNoPlainSvgIsRefused(String text) {
        assertThrows(NotAPicture.class, () -> clean(text));
    }

    @Test
    void aTowerOfElementsIsRefused() {
        assertThrows(NotAPicture.class, () -> clean(OPEN + "<g>".repeat(200) + "</g>".repeat(200) + "</svg>"));
        assertThrows(NotAPicture.class, () -> clean(OPEN + "<g/>".repeat(60_000) + "</svg>"));
    }

    private static String clean(String svg) throws NotAPicture {
        return new String(SvgCleaner.clean(svg.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }
}
