package org.obhut.export;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The words of charts as outlines. Read from the font's own file: the fonts of the machine, and the libraries by which Java finds
 * them, are asked for nothing. Not for use by several threads.
 */
final class Lettering implements AutoCloseable {

    /** Fira Sans, OFL-1.1, unpacked by {@code deploy/vendor} from the file that the console shows. */
    static final String REGULAR = "fonts/FiraSans-Regular.ttf";

    static final String SEMI_BOLD = "fonts/FiraSans-SemiBold.ttf";

    private final TrueTypeFont font;
    private final CmapLookup glyphs;

    Lettering() {
        try (InputStream file = file(REGULAR)) {
            font = new TTFParser().parse(new RandomAccessReadBuffer(file));
            glyphs = font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A font's file; the caller closes it. */
    static InputStream file(String name) {
        return Objects.requireNonNull(Lettering.class.getResourceAsStream(name), name);
    }

    /** How wide the words are, in the unit of the size. */
    double width(String words, double size) {
        return words.codePoints().mapToDouble(this::advance).sum() * scale(size);
    }

    /** The words' outline, with its base line from (x, y) on and the y axis downwards, as in SVG. */
    Path2D outline(String words, double size, double x, double y) {
        try {
            var outline = new Path2D.Double();
            double pen = x;
            for (int codePoint : words.codePoints().toArray()) {
                GlyphData glyph = font.getGlyph().getGlyph(glyphs.getGlyphId(codePoint));
                if (glyph != null) {
                    var place = AffineTransform.getTranslateInstance(pen, y);
                    place.scale(scale(size), -scale(size));
                    outline.append(glyph.getPath().getPathIterator(place), false);
                }
                pen += advance(codePoint) * scale(size);
            }
            return outline;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private double advance(int codePoint) {
        try {
            return font.getAdvanceWidth(glyphs.getGlyphId(codePoint));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private double scale(double size) {
        try {
            return size / font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        font.close();
    }
}
