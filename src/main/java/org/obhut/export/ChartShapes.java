package org.obhut.export;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Scanner;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The shapes that a chart's SVG consists of, each as an area and its colour: rectangles, lines, circles, paths of M, L, H and V,
 * and words. The classes and their colours are those of the console's style sheet, in light.
 */
final class ChartShapes {

    /** Takes an area in the chart's own units. */
    @FunctionalInterface
    interface Canvas {
        void fill(Shape area, int rgb);
    }

    private static final int TEXT = 0x131525;
    private static final int MUTED = 0x4d5374;
    private static final int LINE = 0xdcdde6;
    private static final int AXIS = 0x787e9f;
    private static final int FIRST = 0x2044aa;
    private static final int SECOND = 0x009b95;
    private static final int THIRD = 0xbbcbec;
    private static final int TARGET = 0x854a00;
    private static final int PAPER = 0xffffff;
    private static final double SIZE = 13;
    private static final Pattern STEP = Pattern.compile("([MLHV])\\s*(-?[\\d.]+)(?:[\\s,]+(-?[\\d.]+))?");

    private final Lettering lettering;
    private final Canvas canvas;

    ChartShapes(Lettering lettering, Canvas canvas) {
        this.lettering = lettering;
        this.canvas = canvas;
    }

    /** @throws IllegalArgumentException where the chart holds what this does not know: nothing is left out in silence */
    void draw(Element parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                shape(element);
            }
        }
    }

    private void shape(Element element) {
        switch (element.getNodeName()) {
            case "rect" -> area(element, rectangle(element));
            case "circle" -> area(element, circle(element));
            case "path" -> stroke(element, path(element.getAttribute("d")));
            case "line" ->
                stroke(
                        element,
                        new Line2D.Double(
                                number(element, "x1"),
                                number(element, "y1"),
                                number(element, "x2"),
                                number(element, "y2")));
            case "text" -> words(element);
            case "g" -> draw(element);
            case "title", "desc" -> {}
            default -> throw new IllegalArgumentException("A chart holds an unknown shape: " + element.getNodeName());
        }
    }

    private void area(Element element, Shape shape) {
        Set<String> classes = classes(element);
        if (classes.contains("s3")) {
            canvas.fill(shape, THIRD);
            canvas.fill(new BasicStroke(1).createStrokedShape(shape), FIRST);
        } else {
            canvas.fill(shape, classes.contains("s2") ? SECOND : FIRST);
        }
    }

    private void stroke(Element element, Shape shape) {
        Set<String> classes = classes(element);
        if (classes.contains("l2")) {
            var dashes = new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {5, 4}, 0);
            canvas.fill(dashes.createStrokedShape(shape), TARGET);
        } else if (classes.contains("l1")) {
            var line = new BasicStroke(2.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
            canvas.fill(line.createStrokedShape(shape), FIRST);
        } else {
            canvas.fill(new BasicStroke(1).createStrokedShape(shape), classes.contains("a") ? AXIS : LINE);
        }
    }

    private void words(Element element) {
        Set<String> classes = classes(element);
        String words = element.getTextContent().strip();
        double width = lettering.width(words, SIZE);
        double shift = classes.contains("e") ? width : classes.contains("c") ? width / 2 : 0;
        Shape outline = lettering.outline(words, SIZE, number(element, "x") - shift, number(element, "y"));
        // So that no line runs through a word.
        canvas.fill(outline.getBounds2D(), PAPER);
        canvas.fill(outline, classes.contains("m") ? MUTED : TEXT);
    }

    private static Shape rectangle(Element element) {
        double round = 2 * number(element, "rx");
        return new RoundRectangle2D.Double(
                number(element, "x"),
                number(element, "y"),
                number(element, "width"),
                number(element, "height"),
                round,
                round);
    }

    private static Shape circle(Element element) {
        double radius = number(element, "r");
        return new Ellipse2D.Double(
                number(element, "cx") - radius, number(element, "cy") - radius, 2 * radius, 2 * radius);
    }

    private static Path2D path(String d) {
        var path = new Path2D.Double();
        for (MatchResult step : new Scanner(d).findAll(STEP).toList()) {
            double first = Double.parseDouble(step.group(2));
            switch (step.group(1)) {
                case "M" -> path.moveTo(first, Double.parseDouble(step.group(3)));
                case "L" -> path.lineTo(first, Double.parseDouble(step.group(3)));
                case "H" -> path.lineTo(first, path.getCurrentPoint().getY());
                default -> path.lineTo(path.getCurrentPoint().getX(), first);
            }
        }
        return path;
    }

    private static Set<String> classes(Element element) {
        return Set.of(element.getAttribute("class").trim().split("\\s+"));
    }

    /** An attribute's number; 0 where there is none, as in SVG. */
    private static double number(Element element, String attribute) {
        String value = element.getAttribute(attribute);
        return value.isEmpty() ? 0 : Double.parseDouble(value);
    }
}
