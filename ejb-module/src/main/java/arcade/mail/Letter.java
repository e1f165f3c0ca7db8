package arcade.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a mail says, before it is written as text and as HTML. All of it is text; nothing is markup.
 *
 * @param sender the shop's name
 * @param table what it is about, if there is something to list
 * @param button where to go on
 * @param attachment a file that comes with it
 */
public record Letter(
        Locale locale,
        String sender,
        String subject,
        String headline,
        List<String> paragraphs,
        Optional<Table> table,
        Optional<Button> button,
        String closing,
        Optional<Attachment> attachment) {

    public Letter {
        paragraphs = List.copyOf(paragraphs);
    }

    /** One without an attachment. */
    public Letter(
            Locale locale,
            String sender,
            String subject,
            String headline,
            List<String> paragraphs,
            Optional<Table> table,
            Optional<Button> button,
            String closing) {
        this(locale, sender, subject, headline, paragraphs, table, button, closing, Optional.empty());
    }

    Letter with(Attachment file) {
        return new Letter(locale, sender, subject, headline, paragraphs, table, button, closing, Optional.of(file));
    }

    /** @param sums below the lines, the last one the total */
    public record Table(List<Line> lines, List<Sum> sums) {
        public Table {
            lines = List.copyOf(lines);
            sums = List.copyOf(sums);
        }
    }

    /** @param detail of the variant, or empty */
    public record Line(String quantity, String title, String detail, String amount) {}

    public record Sum(String label, String amount) {}

    /** A file. @param type its media type */
    public record Attachment(String name, String type, byte[] content) {}

    public record Button(String label, String address) {}
}
