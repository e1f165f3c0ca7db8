package arcade.content;

import arcade.shared.Excerpt;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.UrlSanitizer;
import org.jsoup.Jsoup;

/** What staff types, as HTML and as plain words. All of it can be used by many threads at once. */
final class Markdown {
    private static final int LEAST_HEADING = 6;

    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
    private static final HtmlRenderer HTML =
            HtmlRenderer.builder().extensions(TABLES).escapeHtml(true).build();

    /** Besides addresses of the shop itself. An address of another kind becomes empty. */
    private static final UrlSanitizer ADDRESSES = new DefaultUrlSanitizer(List.of("http", "https", "mailto"));

    private Markdown() {}

    static String html(String text) {
        Node document = PARSER.parse(text);
        ForAPage page = new ForAPage();
        document.accept(page);
        page.headings.forEach(
                heading -> heading.setLevel(Math.min(heading.getLevel() - page.greatest + 2, LEAST_HEADING)));
        return HTML.render(document);
    }

    static String summary(String text) {
        Node first = PARSER.parse(text).getFirstChild();
        while (first instanceof Heading && first.getNext() != null) {
            first = first.getNext();
        }
        return first == null
                ? ""
                : Excerpt.of(Jsoup.parseBodyFragment(HTML.render(first)).text());
    }

    /** Finds the headings, and leaves addresses that lead somewhere and run nothing. */
    private static final class ForAPage extends AbstractVisitor {
        private final List<Heading> headings = new ArrayList<>();
        private int greatest = LEAST_HEADING;

        @Override
        public void visit(Heading heading) {
            headings.add(heading);
            greatest = Math.min(greatest, heading.getLevel());
            visitChildren(heading);
        }

        @Override
        public void visit(Link link) {
            link.setDestination(ADDRESSES.sanitizeLinkUrl(link.getDestination()));
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            image.setDestination(ADDRESSES.sanitizeImageUrl(image.getDestination()));
            visitChildren(image);
        }
    }
}
