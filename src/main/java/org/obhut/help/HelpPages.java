package org.obhut.help;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * The pages of the guide, read and rendered once. A file is CommonMark with one first heading; words in bold are labels of the
 * console; an image names a picture, {@code ![what it shows](desk)}, that lies among the assets of its language.
 */
@ApplicationScoped
public class HelpPages {

    private static final List<String> LANGUAGES = List.of("de", "en");

    private final Map<String, Map<HelpTopic, HelpPage>> pages;

    /** @throws IllegalStateException where a page is missing or has no heading */
    public HelpPages() {
        pages = Map.of(LANGUAGES.get(0), read(LANGUAGES.get(0)), LANGUAGES.get(1), read(LANGUAGES.get(1)));
    }

    /** @param tag {@code de} or {@code en} */
    public HelpPage page(HelpTopic topic, String tag) {
        return pages.get(tag).get(topic);
    }

    /** All pages of a part, in their order. */
    public List<HelpPage> pages(HelpTopic.Part part, String tag) {
        return pages.get(tag).values().stream()
                .filter(page -> page.topic().part() == part)
                .toList();
    }

    private static Map<HelpTopic, HelpPage> read(String tag) {
        Map<HelpTopic, HelpPage> read = new EnumMap<>(HelpTopic.class);
        for (HelpTopic topic : HelpTopic.values()) {
            read.put(topic, rendered(topic, tag, source(topic, tag)));
        }
        return read;
    }

    private static String source(HelpTopic topic, String tag) {
        String path = "/org/obhut/help/" + tag + '/' + topic.slug() + ".md";
        try (InputStream file = HelpPages.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("missing " + path);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HelpPage rendered(HelpTopic topic, String tag, String source) {
        Node page = Parser.builder().build().parse(source);
        if (!(page.getFirstChild() instanceof Heading heading) || heading.getLevel() != 1) {
            throw new IllegalStateException("no heading: " + tag + '/' + topic.slug());
        }
        String title = TextContentRenderer.builder().build().render(heading).strip();
        heading.unlink();
        page.accept(new Pictures(name -> "/assets/help/" + tag + '/' + name + ".jpg"));
        String html = HtmlRenderer.builder()
                .escapeHtml(true)
                .attributeProviderFactory(context -> (node, element, attributes) -> {
                    if (element.equals("img")) {
                        attributes.put("loading", "lazy");
                    }
                })
                .build()
                .render(page);
        return new HelpPage(topic, title, html);
    }

    /** Turns the names of pictures into their addresses. */
    private static final class Pictures extends AbstractVisitor {

        private final UnaryOperator<String> address;

        Pictures(UnaryOperator<String> address) {
            this.address = address;
        }

        @Override
        public void visit(Image image) {
            image.setDestination(address.apply(image.getDestination()));
            visitChildren(image);
        }
    }
}
