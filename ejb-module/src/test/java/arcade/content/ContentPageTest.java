package arcade.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A store's own words: what may be one of its pages, and what becomes of what is typed. */
class ContentPageTest {
    @Test
    void theGreatestHeadingsStandNextToThePagesTitle() {
        assertEquals("<h2>One</h2>\n<h3>Two</h3>\n", page("## One\n### Two").html());
        assertEquals(
                "<h2>One</h2>\n<h6>Five</h6>\n<h6>Six</h6>\n",
                page("# One\n##### Five\n###### Six").html());
    }

    @Test
    void aTableIsATable() {
        String html = page("| to | costs |\n|---|---|\n| Ireland | 4.90 |").html();

        assertTrue(html.contains("<th>to</th>") && html.contains("<td>4.90</td>"), html);
    }

    @Test
    void noTagAndNoScriptGetsThrough() {
        assertEquals(
                "<p>&lt;b onclick=&quot;x()&quot;&gt;now&lt;/b&gt;</p>\n",
                page("<b onclick=\"x()\">now</b>").html());
        assertEquals("<p>&lt;script&gt;</p>\n", page("<script>").html());
        for (String address : new String[] {"javascript:x()", "JAVASCRIPT:x()", "vbscript:x()", "data:text/html,x"}) {
            String html = page("## *[here](" + address + ")* ![picture](" + address + ")")
                    .html();
            assertFalse(html.contains(address), html);
        }
        assertTrue(page("[terms](/pages/terms)").html().contains("<a href=\"/pages/terms\">"));
        assertTrue(page("[write](mailto:a@example.org)").html().contains("href=\"mailto:a@example.org\""));
    }

    @Test
    void theSummaryIsHowItBeginsWithoutHeadingAndMarks() {
        assertEquals(
                "Who buys here agrees.",
                page("# Terms\n\nWho *buys* [here](/) agrees.\n\nMore.").summary());
        assertEquals("Terms", page("# Terms").summary());
        String cut = page("word ".repeat(50)).summary();
        assertTrue(cut.length() <= 160 && cut.endsWith("word…"), cut);
        assertTrue(page("x".repeat(500)).summary().length() <= 160);
        assertEquals("", page("![](/media/a)").summary());
    }

    @Test
    void theSameWordsWithOtherEndsOfLinesAreTheSamePage() {
        assertEquals(page("a\n\nb"), page("a\r\n\r\nb\r\n"));
    }

    @Test
    void anAddressIsOfSmallLettersAndDigits() {
        for (String handle : new String[] {"terms", "a", "2-years", "x".repeat(60)}) {
            assertTrue(ContentPage.isHandle(handle), handle);
        }
        for (String handle : new String[] {"", "-a", "a-", "a--b", "A", "ü", "a b", "a/b", "..", "x".repeat(61)}) {
            assertFalse(ContentPage.isHandle(handle), handle);
        }
    }

    @Test
    void whatCannotBeAPageIsRefusedWithTheFieldsName() {
        assertRefused("handle", () -> new ContentPage("A", "t", "b", 0, true));
        assertRefused("title", () -> new ContentPage("a", " ", "b", 0, true));
        assertRefused("title", () -> new ContentPage("a", "t".repeat(121), "b", 0, true));
        assertRefused("body", () -> new ContentPage("a", "t", "", 0, true));
        assertRefused("body", () -> new ContentPage("a", "t", "b".repeat(50_001), 0, true));
        assertRefused("position", () -> new ContentPage("a", "t", "b", -1, true));
        assertRefused("position", () -> new ContentPage("a", "t", "b", 1000, true));
    }

    private static void assertRefused(String field, Runnable made) {
        String why = assertThrows(IllegalArgumentException.class, made::run).getMessage();
        assertTrue(why.startsWith(field + ":"), why);
    }

    private static ContentPage page(String body) {
        return new ContentPage("terms", "Terms", body, 0, true);
    }
}
