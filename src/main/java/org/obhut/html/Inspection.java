package org.obhut.html;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Counts what is in a mail that its reader will not get to see, in one walk over its elements. */
final class Inspection {

    private static final Set<String> EMBEDDED =
            Set.of("iframe", "frame", "object", "embed", "applet", "video", "audio", "svg", "math", "canvas", "portal");

    private static final Set<String> FIELDS = Set.of("input", "button", "select", "textarea");
    private static final Set<String> IMAGE_ATTRIBUTES = Set.of("background", "poster", "srcset", "dynsrc", "lowsrc");
    private static final Pattern PROGRAM = Pattern.compile("[\\s\\p{Cc}]*(javascript|vbscript|data):.*");
    private static final Pattern FETCHED = Pattern.compile("(?i)url\\s*\\(|@import|image-set");
    private static final Pattern TINY = Pattern.compile(
            "(?i).*(display\\s*:\\s*none|(^|[^-])(width|height)\\s*:\\s*[0-3](\\.\\d+)?(px|pt)?\\s*(;|!|$)).*");

    private int images;
    private int pixels;
    private int scripts;
    private int forms;
    private int fields;
    private int embedded;
    private int styles;
    private int redirects;

    private Inspection() {}

    static Inspection of(Document mail) {
        Inspection found = new Inspection();
        mail.getAllElements().forEach(found::look);
        return found;
    }

    /** @param lies how many links say another place than they lead to */
    Removed removed(int lies) {
        int anyForm = forms == 0 && fields > 0 ? 1 : forms;
        return new Removed(images, pixels, scripts, anyForm, embedded, styles, redirects, lies);
    }

    private void look(Element element) {
        String name = element.normalName();
        if (name.equals("img") || name.equals("image")) {
            image(element);
        } else if (name.equals("script")) {
            scripts++;
        } else if (name.equals("form")) {
            forms++;
        } else if (FIELDS.contains(name)) {
            fields++;
        } else if (EMBEDDED.contains(name)) {
            embedded++;
        } else if (name.equals("link")
                || name.equals("style") && FETCHED.matcher(element.data()).find()) {
            styles++;
        } else if (name.equals("base")
                || name.equals("meta") && element.attr("http-equiv").equalsIgnoreCase("refresh")) {
            redirects++;
        }
        attributes(element, name.equals("img"));
    }

    private void image(Element element) {
        if (!element.attr("src").regionMatches(true, 0, "cid:", 0, 4)) {
            images++;
            boolean tiny = tiny(element.attr("width")) || tiny(element.attr("height"));
            if (tiny || TINY.matcher(element.attr("style")).matches()) {
                pixels++;
            }
        }
    }

    private static boolean tiny(String length) {
        return length.matches("\\s*[0-3](px)?\\s*");
    }

    private void attributes(Element element, boolean counted) {
        boolean handler = false;
        boolean fetched = false;
        for (Attribute attribute : element.attributes()) {
            String key = attribute.getKey().toLowerCase(java.util.Locale.ROOT);
            String value = attribute.getValue();
            handler |= key.startsWith("on") || key.startsWith("hx-") || key.startsWith("data-hx-");
            handler |= (key.equals("href") || key.endsWith(":href") || key.equals("action") || key.equals("formaction"))
                    && PROGRAM.matcher(value.toLowerCase(java.util.Locale.ROOT)).matches();
            fetched |= IMAGE_ATTRIBUTES.contains(key) && !counted
                    || key.equals("style") && FETCHED.matcher(value).find();
        }
        scripts += handler ? 1 : 0;
        images += fetched ? 1 : 0;
    }
}
