package org.obhut.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** PDFs with a few words on each page; a bar begins a new line. */
public final class SamplePdf {

    private SamplePdf() {}

    public static byte[] of(String... pages) throws IOException {
        try (PDDocument document = document(pages)) {
            return saved(document);
        }
    }

    /** One that opens with a password alone. */
    public static byte[] locked(String password, String... pages) throws IOException {
        try (PDDocument document = document(pages)) {
            var policy = new StandardProtectionPolicy(password, password, new AccessPermission());
            policy.setEncryptionKeyLength(256);
            document.protect(policy);
            return saved(document);
        }
    }

    private static PDDocument document(String... pages) throws IOException {
        var document = new PDDocument();
        for (String text : pages) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(FontName.HELVETICA), 12);
                content.setLeading(16);
                content.newLineAtOffset(60, 700);
                for (String line : text.split("\\|")) {
                    content.showText(line);
                    content.newLine();
                }
                content.endText();
            }
        }
        return document;
    }

    private static byte[] saved(PDDocument document) throws IOException {
        var bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }
}
