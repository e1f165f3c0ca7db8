package arcade.invoicing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.shared.Money;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PrintingAnInvoiceTest {
    private static final Instant ORDERED = Instant.parse("2026-11-20T22:15:00Z");
    private static final Instant ISSUED = Instant.parse("2026-11-21T08:00:00Z");
    private static final InvoiceDocument.Line MUG =
            new InvoiceDocument.Line(2, "Stoneware mug", "Oat · 300 ml", "MUG-OAT", eur(1250));

    @Test
    void anEnglishInvoiceSaysAllOfThis() throws IOException {
        assertEquals("""
                Ada & Sons Ltd
                1 Mill Lane · Dublin 8 · Ireland
                Zoë Weiß Number 17
                Lindenweg 4 Date 21 November 2026
                10115 Berlin Order 23
                Germany Ordered on 20 November 2026
                Invoice 17
                Qty Article Unit price Amount
                2 Stoneware mug €12.50 €25.00
                Oat · 300 ml
                Article MUG-OAT
                Articles €25.00
                Discount -€5.00
                Delivery €4.90
                Total €24.90
                of which 19% tax €3.98
                Net amount €20.92
                The date of supply is the date of dispatch. All amounts in EUR.
                Ada & Sons Ltd · Tax number IE1234567T Page 1 of 1
                """, text(invoice(Locale.forLanguageTag("en-IE"), List.of(MUG))));
    }

    @Test
    void aGermanCreditNoteSaysWhatItCorrects() throws IOException {
        InvoiceDocument invoice = invoice(Locale.GERMANY, List.of(MUG));

        InvoiceDocument note = InvoiceMaker.creditNote(invoice, eur(1245), 18, ISSUED);

        assertEquals("""
                Ada & Sons Ltd
                1 Mill Lane · Dublin 8 · Ireland
                Zoë Weiß Nummer 18
                Lindenweg 4 Datum 21. November 2026
                10115 Berlin Zu Rechnung 17
                Germany Bestellung 23
                Bestellt am 20. November 2026
                Rechnungskorrektur 18
                Menge Artikel Einzelpreis Betrag
                1 Erstattung zu Bestellung 23 -12,45 € -12,45 €
                Gesamtbetrag -12,45 €
                darin 19 % USt. -1,99 €
                Nettobetrag -10,46 €
                Das Leistungsdatum entspricht dem Versanddatum. Alle Beträge in EUR.
                Ada & Sons Ltd · USt-IdNr. oder Steuernummer IE1234567T Seite 1 von 1
                """, text(note));
        assertEquals("rechnungskorrektur-18.pdf", InvoicePrinter.fileName(note));
    }

    @Test
    void allThatWasGivenBackTakesAllTheTax() {
        InvoiceDocument invoice = invoice(Locale.UK, List.of(MUG));

        assertEquals(
                invoice.tax(),
                Money.zero(invoice.tax().currency())
                        .minus(InvoiceMaker.creditNote(invoice, invoice.total(), 18, ISSUED)
                                .tax()));
    }

    @Test
    void aLargeOrderGoesOnOverAsManySheetsAsItNeeds() throws IOException {
        InvoiceDocument invoice = invoice(Locale.UK, Collections.nCopies(120, MUG));
        try (PDDocument pdf = Loader.loadPDF(InvoicePrinter.pdf(invoice))) {
            int pages = pdf.getNumberOfPages();
            String all = new PDFTextStripper().getText(pdf);

            assertTrue(pages > 5 && pages < 15, pages + " pages");
            assertEquals(120, all.split("Stoneware mug", -1).length - 1);
            assertEquals(pages, all.split("Qty", -1).length - 1);
            for (int page = 1; page <= pages; page++) {
                assertTrue(all.contains("Page " + page + " of " + pages), all);
            }
        }
    }

    @Test
    void everyFontIsEmbeddedWithFewSigns() throws IOException {
        byte[] file = InvoicePrinter.pdf(invoice(Locale.UK, List.of(MUG)));
        try (PDDocument pdf = Loader.loadPDF(file)) {
            for (PDPage page : pdf.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertTrue(font.isEmbedded(), font.getName());
                }
            }
        }
        assertTrue(file.length < 40_000, file.length + " bytes");
    }

    @Test
    void whatShoppersWriteInWhateverLettersComesOut() throws IOException {
        String long70 = "W".repeat(70);
        InvoiceDocument.Line line =
                new InvoiceDocument.Line(1, "Ελληνικό Чашка \u0000" + long70 + " \uD83D\uDE80漢", "", "X", eur(1));

        String text = text(invoice(Locale.UK, List.of(line)));

        assertTrue(text.contains("Ελληνικό Чашка"), text);
        assertTrue(text.contains("?"), text);
        assertFalse(text.contains(long70), "a word wider than its column was not cut");
        assertEquals(70, text.chars().filter(sign -> sign == 'W').count() - 1, "Weiß has one, too");
    }

    @Test
    void whatIsKeptIsReadAsItWasWritten() {
        InvoiceDocument invoice = invoice(Locale.GERMANY, List.of(MUG));
        InvoiceDocument note = InvoiceMaker.creditNote(invoice, eur(1), 18, ISSUED);

        assertEquals(invoice, InvoiceJson.read(InvoiceJson.write(invoice)));
        assertEquals(note, InvoiceJson.read(InvoiceJson.write(note)));
    }

    @Test
    void everyLanguageSaysEverything() {
        assertEquals(
                new TreeSet<>(ResourceBundle.getBundle("arcade.invoicing.invoice", Locale.ROOT)
                        .keySet()),
                new TreeSet<>(ResourceBundle.getBundle("arcade.invoicing.invoice", Locale.GERMAN)
                        .keySet()));
    }

    private static String text(InvoiceDocument invoice) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(InvoicePrinter.pdf(invoice))) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.setLineSeparator("\n");
            return stripper.getText(pdf);
        }
    }

    private static InvoiceDocument invoice(Locale locale, List<InvoiceDocument.Line> lines) {
        return new InvoiceDocument(
                InvoiceKind.INVOICE,
                17,
                OptionalLong.empty(),
                locale,
                ISSUED,
                new Seller("Ada & Sons Ltd", List.of("1 Mill Lane", "Dublin 8", "Ireland"), "IE1234567T"),
                new InvoiceDocument.Buyer("Zoë Weiß", List.of("Lindenweg 4", "10115 Berlin", "Germany")),
                23,
                ORDERED,
                lines,
                eur(2500),
                eur(500),
                eur(490),
                eur(2490),
                eur(398),
                OptionalInt.of(1900));
    }

    private static Money eur(long minor) {
        return Money.of(minor, "EUR");
    }
}
