package org.obhut.pdftext;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Timer;
import java.util.TimerTask;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * The program of the process that reads a PDF: takes the file from its input and writes the words to its output in UTF-8, a form feed
 * after each page. Its only argument is how many milliseconds it may live; it ends itself then, in case nobody is left to end it. The exit
 * code is 0 where the whole text was written.
 */
public final class PdfReader {

    static final char PAGE_END = '\f';

    private static final int MOST_PAGES = 100;

    private PdfReader() {}

    public static void main(String[] arguments) throws IOException {
        endIn(Long.parseLong(arguments[0]));
        byte[] file = System.in.readAllBytes();
        try (PDDocument document = Loader.loadPDF(file, "", null, null, IOUtils.createMemoryOnlyStreamCache());
                var words = new OutputStreamWriter(System.out, StandardCharsets.UTF_8)) {
            var stripper = new PDFTextStripper();
            stripper.setEndPage(MOST_PAGES);
            stripper.setLineSeparator("\n");
            stripper.setPageEnd(String.valueOf(PAGE_END));
            stripper.writeText(document, words);
        }
    }

    private static void endIn(long millis) {
        var end = new TimerTask() {
            @Override
            public void run() {
                Runtime.getRuntime().halt(1);
            }
        };
        new Timer(true).schedule(end, millis);
    }
}
