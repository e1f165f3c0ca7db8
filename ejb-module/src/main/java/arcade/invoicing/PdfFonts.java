package arcade.invoicing;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The fonts of one PDF, embedded with the signs that are used. What the shop's own font lacks (Greek, Cyrillic and others) is taken
 * from a wider one; a sign that neither has is printed as a question mark, because a document must come out for every name.
 */
final class PdfFonts {
    private static final int PER_EM = 1000;

    private final PDDocument document;
    private final Face regular;
    private final Face bold;
    private Face wide;

    PdfFonts(PDDocument document) throws IOException {
        this.document = document;
        this.regular = load("figtree-regular.ttf");
        this.bold = load("figtree-semibold.ttf");
    }

    private record Face(TrueTypeFont signs, PDType0Font font) {
        boolean has(int sign) {
            try {
                return signs.getUnicodeCmapLookup().getGlyphId(sign) != 0;
            } catch (IOException e) {
                throw new IllegalStateException("a font of the release cannot be read", e);
            }
        }
    }

    /** Text in one font. */
    record Run(PDType0Font font, String text) {
        float width(float size) throws IOException {
            return font.getStringWidth(text) * size / PER_EM;
        }
    }

    List<Run> runs(String text, boolean strong) throws IOException {
        Face own = strong ? bold : regular;
        List<Run> runs = new ArrayList<>();
        Face current = own;
        StringBuilder collected = new StringBuilder();
        for (int sign : text.codePoints().map(PdfFonts::printable).toArray()) {
            Face face = own.has(sign) ? own : wide();
            if (face != current && collected.length() > 0) {
                runs.add(new Run(current.font(), collected.toString()));
                collected.setLength(0);
            }
            current = face;
            collected.appendCodePoint(face.has(sign) ? sign : '?');
        }
        if (collected.length() > 0) {
            runs.add(new Run(current.font(), collected.toString()));
        }
        return runs;
    }

    float width(String text, float size, boolean strong) throws IOException {
        float width = 0;
        for (Run run : runs(text, strong)) {
            width += run.width(size);
        }
        return width;
    }

    /** Every kind of blank is a blank; locales put unbreakable ones into amounts. */
    private static int printable(int sign) {
        return Character.isWhitespace(sign) || Character.isSpaceChar(sign) || Character.isISOControl(sign) ? ' ' : sign;
    }

    private Face wide() throws IOException {
        if (wide == null) {
            wide = load("dejavu-sans.ttf");
        }
        return wide;
    }

    private Face load(String file) throws IOException {
        try (InputStream content = PdfFonts.class.getResourceAsStream(file)) {
            if (content == null) {
                throw new IOException("the font " + file + " is not in the release");
            }
            TrueTypeFont signs = new TTFParser().parse(new RandomAccessReadBuffer(content.readAllBytes()));
            document.registerTrueTypeFontForClosing(signs);
            return new Face(signs, PDType0Font.load(document, signs, true));
        }
    }
}
