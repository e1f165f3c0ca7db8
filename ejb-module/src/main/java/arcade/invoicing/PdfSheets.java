package arcade.invoicing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** A4 sheets that are written from top to bottom. Lengths are points, 1/72 inch; the origin is the lower left corner. */
final class PdfSheets implements AutoCloseable {
    static final float LEFT = 62;
    static final float RIGHT = PDRectangle.A4.getWidth() - 56;
    private static final float TOP = PDRectangle.A4.getHeight() - 62;
    private static final float BOTTOM = 84;
    private static final float LEADING = 1.4f;
    private static final float HAIR = .5f;
    private static final float GREY = .72f;

    private final PDDocument document;
    private final PdfFonts fonts;
    private PDPageContentStream pen;
    private float y;

    PdfSheets(PDDocument document, PdfFonts fonts) throws IOException {
        this.document = document;
        this.fonts = fonts;
        newSheet();
    }

    void newSheet() throws IOException {
        close();
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        pen = new PDPageContentStream(document, page);
        y = TOP;
    }

    float y() {
        return y;
    }

    void moveTo(float height) {
        y = height;
    }

    void down(float points) {
        y -= points;
    }

    boolean hasRoomFor(float points) {
        return y - points >= BOTTOM;
    }

    static float lineOf(float size) {
        return size * LEADING;
    }

    void left(float x, String text, float size, boolean strong) throws IOException {
        draw(x, y, text, size, strong);
    }

    void right(float x, String text, float size, boolean strong) throws IOException {
        draw(x - fonts.width(text, size, strong), y, text, size, strong);
    }

    void rule() throws IOException {
        pen.setStrokingColor(GREY);
        pen.setLineWidth(HAIR);
        pen.moveTo(LEFT, y);
        pen.lineTo(RIGHT, y);
        pen.stroke();
    }

    /** The text in lines that are not wider; a word that alone is wider is cut. */
    List<String> wrapped(String text, float size, boolean strong, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split("\\s+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (fonts.width(longer, size, strong) <= width) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            line = word;
            while (fonts.width(line, size, strong) > width) {
                int fits = fitting(line, size, strong, width);
                lines.add(line.substring(0, fits));
                line = line.substring(fits);
            }
        }
        lines.add(line);
        return lines;
    }

    private int fitting(String word, float size, boolean strong, float width) throws IOException {
        int end = word.offsetByCodePoints(0, 1);
        while (end < word.length()) {
            int next = word.offsetByCodePoints(end, 1);
            if (fonts.width(word.substring(0, next), size, strong) > width) {
                return end;
            }
            end = next;
        }
        return end;
    }

    /** Writes below what is there already, on a sheet that is finished. */
    void foot(int sheet, float height, String left, String right, float size) throws IOException {
        close();
        pen = new PDPageContentStream(
                document, document.getPage(sheet), PDPageContentStream.AppendMode.APPEND, true, true);
        draw(LEFT, height, left, size, false);
        draw(RIGHT - fonts.width(right, size, false), height, right, size, false);
    }

    private void draw(float x, float height, String text, float size, boolean strong) throws IOException {
        float at = x;
        for (PdfFonts.Run run : fonts.runs(text, strong)) {
            pen.beginText();
            pen.setFont(run.font(), size);
            pen.newLineAtOffset(at, height);
            pen.showText(run.text());
            pen.endText();
            at += run.width(size);
        }
    }

    @Override
    public void close() throws IOException {
        if (pen != null) {
            pen.close();
            pen = null;
        }
    }
}
