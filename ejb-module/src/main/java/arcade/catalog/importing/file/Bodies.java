package arcade.catalog.importing.file;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * Makes HTML from outside safe to be written into a page: text, lists, tables and links remain, everything else goes.
 */
final class Bodies {
    private static final Safelist ALLOWED = new Safelist()
            .addTags(
                    "p",
                    "br",
                    "ul",
                    "ol",
                    "li",
                    "strong",
                    "b",
                    "em",
                    "i",
                    "u",
                    "s",
                    "sub",
                    "sup",
                    "h3",
                    "h4",
                    "blockquote")
            .addTags("table", "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd", "a")
            .addAttributes("a", "href")
            .addProtocols("a", "href", "https", "http", "mailto")
            .addEnforcedAttribute("a", "rel", "nofollow noopener");
    private static final String BLOCKS = "p, ul, ol, h3, h4, blockquote, table, dl";

    private Bodies() {}

    static String clean(String html) {
        Document raw = Jsoup.parseBodyFragment(html);
        // The page has headings of its own above these.
        raw.select("h1, h2").tagName("h3");
        raw.select("h5, h6").tagName("h4");
        Document clean = new Cleaner(ALLOWED).clean(raw);
        clean.outputSettings().prettyPrint(false);
        String body = clean.body().html().strip();
        return body.isEmpty() || !clean.body().select(BLOCKS).isEmpty() ? body : "<p>" + body + "</p>";
    }
}
