package arcade.invoicing;

import static arcade.invoicing.PdfSheets.LEFT;
import static arcade.invoicing.PdfSheets.RIGHT;
import static arcade.invoicing.PdfSheets.lineOf;

import arcade.shared.Money;
import arcade.shared.Wording;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Prints a document as PDF, in its own language, on as many sheets as it needs. */
public final class InvoicePrinter {
    private static final float TITLE = 19;
    private static final float TEXT = 10;
    private static final float SMALL = 8.5f;
    private static final float META = 372;
    private static final float ARTICLE = LEFT + 40;
    private static final float UNIT = RIGHT - 92;
    private static final float FOOT = 44;
    private static final float ADDRESS_TOP = 700;
    private static final int MOST_TAX_DIGITS = 2;
    private static final int PER_PERCENT = 10_000;

    private final InvoiceDocument invoice;
    private final Wording words;
    private final PdfSheets sheets;

    private InvoicePrinter(InvoiceDocument invoice, PdfSheets sheets) {
        this.invoice = invoice;
        this.words = new Wording(InvoicePrinter.class, "invoice", invoice.locale());
        this.sheets = sheets;
    }

    /** The whole file. */
    public static byte[] pdf(InvoiceDocument invoice) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            try (PdfSheets sheets = new PdfSheets(document, new PdfFonts(document))) {
                new InvoicePrinter(invoice, sheets).print(document);
            }
            document.save(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot print the document " + invoice.number(), e);
        }
    }

    /** What the file is called when it is kept. */
    public static String fileName(InvoiceDocument invoice) {
        return new Wording(InvoicePrinter.class, "invoice", invoice.locale())
                .say("file." + invoice.kind(), Long.toString(invoice.number()));
    }

    private void print(PDDocument document) throws IOException {
        String title = words.say("kind." + invoice.kind()) + " " + invoice.number();
        document.getDocumentInformation()
                .setTitle(title + ", " + invoice.seller().name());
        document.getDocumentInformation()
                .setCreationDate(GregorianCalendar.from(invoice.issuedAt().atZone(ZoneOffset.UTC)));
        document.getDocumentCatalog().setLanguage(invoice.locale().toLanguageTag());
        head();
        columns();
        for (InvoiceDocument.Line line : invoice.lines()) {
            line(line);
        }
        sums();
        feet(document.getNumberOfPages());
    }

    private void head() throws IOException {
        sheets.left(LEFT, invoice.seller().name(), TEXT + 3, true);
        sheets.down(lineOf(TEXT));
        sheets.left(LEFT, String.join(" · ", invoice.seller().address()), SMALL, false);
        sheets.moveTo(ADDRESS_TOP);
        sheets.left(LEFT, invoice.buyer().name(), TEXT, false);
        for (String line : invoice.buyer().address()) {
            sheets.down(lineOf(TEXT));
            sheets.left(LEFT, line, TEXT, false);
        }
        float below = sheets.y();
        sheets.moveTo(ADDRESS_TOP);
        meta("number", Long.toString(invoice.number()));
        meta("issued", date(invoice.issuedAt()));
        if (invoice.corrects().isPresent()) {
            meta("corrects", Long.toString(invoice.corrects().getAsLong()));
        }
        meta("order", Long.toString(invoice.orderNumber()));
        meta("ordered", date(invoice.orderedAt()));
        sheets.moveTo(Math.min(below, sheets.y()) - 2 * TITLE);
        sheets.left(LEFT, words.say("kind." + invoice.kind()) + " " + invoice.number(), TITLE, true);
        sheets.down(2 * lineOf(TEXT));
    }

    private void meta(String label, String value) throws IOException {
        sheets.left(META, words.say(label), TEXT, false);
        sheets.right(RIGHT, value, TEXT, false);
        sheets.down(lineOf(TEXT));
    }

    private void columns() throws IOException {
        sheets.left(LEFT, words.say("column.quantity"), SMALL, true);
        sheets.left(ARTICLE, words.say("column.article"), SMALL, true);
        sheets.right(UNIT, words.say("column.unit"), SMALL, true);
        sheets.right(RIGHT, words.say("column.amount"), SMALL, true);
        sheets.down(SMALL);
        sheets.rule();
        sheets.down(lineOf(TEXT) + 2);
    }

    private void line(InvoiceDocument.Line line) throws IOException {
        float width = UNIT - ARTICLE - 80;
        List<String> title = sheets.wrapped(line.title(), TEXT, false, width);
        List<String> detail = new ArrayList<>();
        if (!line.detail().isEmpty()) {
            detail.addAll(sheets.wrapped(line.detail(), SMALL, false, width));
        }
        if (!line.sku().isEmpty()) {
            detail.addAll(sheets.wrapped(words.say("sku", line.sku()), SMALL, false, width));
        }
        if (!sheets.hasRoomFor(title.size() * lineOf(TEXT) + detail.size() * lineOf(SMALL))) {
            sheets.newSheet();
            columns();
        }
        sheets.left(LEFT, number(line.quantity()), TEXT, false);
        sheets.right(UNIT, money(line.unit()), TEXT, false);
        sheets.right(RIGHT, money(line.total()), TEXT, false);
        for (String each : title) {
            sheets.left(ARTICLE, each, TEXT, false);
            sheets.down(lineOf(TEXT));
        }
        for (String each : detail) {
            sheets.left(ARTICLE, each, SMALL, false);
            sheets.down(lineOf(SMALL));
        }
        sheets.down(TEXT / 2);
    }

    private void sums() throws IOException {
        if (!sheets.hasRoomFor(8 * lineOf(TEXT))) {
            sheets.newSheet();
        }
        sheets.rule();
        sheets.down(lineOf(TEXT) + 2);
        if (invoice.kind() == InvoiceKind.INVOICE) {
            sum(words.say("items"), invoice.items(), false);
            if (!invoice.discount().isZero()) {
                sum(
                        words.say("discount"),
                        Money.zero(invoice.discount().currency()).minus(invoice.discount()),
                        false);
            }
            sum(words.say("shipping"), invoice.shipping(), false);
        }
        sum(words.say("total"), invoice.total(), true);
        sum(taxLabel(), invoice.tax(), false);
        sum(words.say("net"), invoice.net(), false);
        sheets.down(lineOf(TEXT));
        sheets.left(LEFT, words.say("supply", invoice.total().currency().getCurrencyCode()), SMALL, false);
    }

    private void sum(String label, Money amount, boolean strong) throws IOException {
        sheets.left(META, label, TEXT, strong);
        sheets.right(RIGHT, money(amount), TEXT, strong);
        sheets.down(lineOf(TEXT));
    }

    private void feet(int pages) throws IOException {
        String seller = invoice.seller().taxNumber().isEmpty()
                ? invoice.seller().name()
                : invoice.seller().name() + " · "
                        + words.say("tax.number", invoice.seller().taxNumber());
        for (int page = 0; page < pages; page++) {
            sheets.foot(page, FOOT, seller, words.say("page", page + 1, pages), SMALL);
        }
    }

    private String taxLabel() {
        if (invoice.taxBasisPoints().isEmpty()) {
            return words.say("tax");
        }
        NumberFormat percent = NumberFormat.getPercentInstance(invoice.locale());
        percent.setMaximumFractionDigits(MOST_TAX_DIGITS);
        BigDecimal rate =
                BigDecimal.valueOf(invoice.taxBasisPoints().getAsInt()).divide(BigDecimal.valueOf(PER_PERCENT));
        return words.say("tax.rate", percent.format(rate));
    }

    private String number(int quantity) {
        return NumberFormat.getIntegerInstance(invoice.locale()).format(quantity);
    }

    private String money(Money amount) {
        return amount.format(invoice.locale());
    }

    private String date(Instant at) {
        Locale locale = invoice.locale();
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(at.atZone(ZoneOffset.UTC));
    }
}
