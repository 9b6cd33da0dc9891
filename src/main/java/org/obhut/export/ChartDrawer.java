package org.obhut.export;

import com.openhtmltopdf.css.parser.FSRGBColor;
import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.io.File;
import java.io.IOException;
import java.util.List;
import org.w3c.dom.Element;

/**
 * Draws the console's charts into a PDF from the same SVG. Knows what those charts consist of (see {@link ChartShapes}) and no
 * more of SVG: no style, no script, no picture, nothing to fetch.
 */
final class ChartDrawer implements SVGDrawer {

    private final Lettering lettering = new Lettering();

    @Override
    public SVGImage buildSVGImage(
            Element svg, Box box, CssContext context, double cssWidth, double cssHeight, double dotsPerPixel) {
        String[] viewBox = svg.getAttribute("viewBox").trim().split("\\s+");
        double width = Double.parseDouble(viewBox[2]);
        double height = Double.parseDouble(viewBox[3]);
        double scale = cssWidth > 0 ? cssWidth / width : dotsPerPixel;
        return new Chart(svg, lettering, scale, (int) Math.round(width * scale), (int) Math.round(height * scale));
    }

    @Override
    public void importFontFaceRules(List<FontFaceRule> rules, SharedContext context) {}

    @Override
    public void addFontFile(File file, String family, Integer weight, FontStyle style) {}

    @Override
    public void close() throws IOException {
        lettering.close();
    }

    /** One chart; sizes in the device's dots. */
    private record Chart(Element svg, Lettering lettering, double scale, int width, int height) implements SVGImage {

        @Override
        public int getIntrinsicWidth() {
            return width;
        }

        @Override
        public int getIntrinsicHeight() {
            return height;
        }

        @Override
        public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
            var place = AffineTransform.getTranslateInstance(x, y);
            place.scale(scale, scale);
            new ChartShapes(lettering, (shape, rgb) -> fill(device, place.createTransformedShape(shape), rgb))
                    .draw(svg);
        }

        private static void fill(OutputDevice device, Shape shape, int rgb) {
            device.setColor(new FSRGBColor(rgb));
            device.fill(shape);
        }
    }
}
