package org.obhut.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which parts are the text, which the HTML and which are files: the choice of RFC 8621 section 4.1.4, except that media
 * shown inline are files too, and that what is encrypted is neither: see {@link MimeEntity} for the mail as it came.
 */
public final class BodyParts {

    private final List<MimeEntity> text = new ArrayList<>();
    private final List<MimeEntity> html = new ArrayList<>();
    private final List<MimeEntity> files = new ArrayList<>();

    private BodyParts() {}

    public static BodyParts of(MimeEntity mail) {
        BodyParts parts = new BodyParts();
        MimeEntity root = mail;
        if (mail.message()) {
            // A mail that is nothing but another one: its text is shown, and it stays a file with all that is in it.
            parts.files.add(mail);
            while (root.message()) {
                root = root.children().get(0);
            }
            BodyParts inner = of(root);
            parts.text.addAll(inner.text);
            parts.html.addAll(inner.html);
            return parts;
        }
        if (root.text()) {
            // The only part is the text, even where its sender calls it an attachment.
            parts.text.add(root);
            parts.html.add(root);
        } else {
            parts.walk(List.of(root), "mixed", false, parts.text, parts.html);
        }
        return parts;
    }

    /** Parts that make up the plain text, HTML ones where nothing plain stands for them. */
    public List<MimeEntity> text() {
        return text;
    }

    public List<MimeEntity> html() {
        return html;
    }

    public List<MimeEntity> files() {
        return files;
    }

    private void walk(
            List<MimeEntity> siblings,
            String kind,
            boolean inAlternative,
            @Nullable List<MimeEntity> texts,
            @Nullable List<MimeEntity> htmls) {
        int textsBefore = texts == null ? -1 : texts.size();
        int htmlsBefore = htmls == null ? -1 : htmls.size();
        List<MimeEntity> t = texts;
        List<MimeEntity> h = htmls;
        boolean first = true;
        for (MimeEntity part : siblings) {
            if (kind.equals("encrypted") || kind.equals("signed") && bareSignature(part)) {
                continue;
            }
            if (part.multipart()) {
                String sub = part.type().value().substring("multipart/".length());
                walk(part.children(), sub, inAlternative || sub.equals("alternative"), t, h);
            } else if (!inline(part, kind, first)) {
                files.add(part);
            } else if (kind.equals("alternative")) {
                List<MimeEntity> place = part.is("text/plain") ? t : h;
                (place == null ? files : place).add(part);
            } else {
                if (inAlternative && part.is("text/plain")) {
                    h = null;
                } else if (inAlternative) {
                    t = null;
                }
                if (t != null) {
                    t.add(part);
                }
                if (h != null) {
                    h.add(part);
                }
            }
            first = false;
        }
        if (kind.equals("alternative") && texts != null && htmls != null) {
            if (texts.size() == textsBefore) {
                texts.addAll(htmls.subList(htmlsBefore, htmls.size()));
            } else if (htmls.size() == htmlsBefore) {
                htmls.addAll(texts.subList(textsBefore, texts.size()));
            }
        }
    }

    /** A signature says nothing to a reader; one with a name is shown like any file. */
    private static boolean bareSignature(MimeEntity part) {
        return part.name() == null
                && (part.is("application/pgp-signature")
                        || part.is("application/pkcs7-signature")
                        || part.is("application/x-pkcs7-signature"));
    }

    /** Whether a part is to be read in place and not a file. */
    private static boolean inline(MimeEntity part, String kind, boolean first) {
        return part.text()
                && !part.disposition().value().toLowerCase(Locale.ROOT).equals("attachment")
                && (first || !kind.equals("related") && part.name() == null);
    }
}
