package arcade.catalog.importing.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodiesTest {
    @Test
    void textListsAndTablesRemain() {
        String body = "<p>Clay <strong>pot</strong></p><ul><li>one</li></ul>";
        assertEquals(body, Bodies.clean(body));
    }

    @Test
    void plainTextBecomesAParagraph() {
        assertEquals("<p>Oil &amp; vinegar</p>", Bodies.clean("Oil & vinegar "));
        assertEquals("", Bodies.clean("  "));
    }

    @Test
    void headingsStandBelowThePagesOwn() {
        assertEquals("<h3>Care</h3>", Bodies.clean("<h1 class='x'>Care</h1>"));
    }

    @Test
    void linksMayLeadToTheWebOnlyAndAreNotVouchedFor() {
        assertEquals(
                "<p><a href=\"https://a.example/\" rel=\"nofollow noopener\">a</a></p>",
                Bodies.clean("<p><a href='https://a.example/' onclick='x()' target='_blank'>a</a></p>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<a href='javascript:alert(1)'>x</a>",
                "<a href='java&#10;script:alert(1)'>x</a>",
                "<p style='background:url(//evil)'>x</p>",
                "<iframe src='//evil'></iframe>",
                "<svg/onload=alert(1)>",
                "<math><mtext></p><style><img src=x onerror=alert(1)></style></mtext></math>",
                "<noscript><p title='</noscript><script>alert(1)</script>'>",
                "<form action='//evil'><input></form>"
            })
    void nothingThatRunsOrLoadsRemains(String html) {
        String clean = Bodies.clean(html).toLowerCase(java.util.Locale.ROOT);
        for (String danger :
                new String[] {"<script", "onerror", "onload", "script:", "style", "<iframe", "<svg", "<form"}) {
            assertFalse(clean.contains(danger), clean);
        }
    }
}
