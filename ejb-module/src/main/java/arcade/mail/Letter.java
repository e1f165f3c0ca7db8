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
 */
public record Letter(
        Locale locale,
        String sender,
        String subject,
        String headline,
        List<String> paragraphs,
        Optional<Table> table,
        Optional<Button> button,
        String closing) {

    public Letter {
        paragraphs = List.copyOf(paragraphs);
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

    public record Button(String label, String address) {}
}
