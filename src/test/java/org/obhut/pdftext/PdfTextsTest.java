package org.obhut.pdftext;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.obhut.testing.SamplePdf;

class PdfTextsTest {

    private static final Duration SHORT = Duration.ofSeconds(2);

    /** Goes round for ever, as a file might make a reader do. */
    static final class Looping {

        public static void main(String[] arguments) {
            while (!Thread.interrupted()) {
                LockSupport.parkNanos(1_000_000);
            }
        }
    }

    /** Wants more memory than it gets. */
    static final class Swelling {

        public static void main(String[] arguments) {
            List<byte[]> all = new ArrayList<>();
            while (all.size() < 20) {
                all.add(new byte[16_000_000]);
            }
            System.out.print("swollen");
        }
    }

    /** Writes more than anybody reads, and is content. */
    static final class Chatting {

        public static void main(String[] arguments) {
            for (int i = 0; i < 30_000; i++) {
                System.out.println("und dann und dann");
            }
        }
    }

    /** Tells what it was given beside the file. */
    static final class Telling {

        public static void main(String[] arguments) {
            System.out.print(System.getenv().keySet());
        }
    }

    @Test
    void readsEachPage() throws IOException {
        assertEquals(
                Optional.of(List.of("Sehr geehrte Frau Beispiel,\nIhr Termin", "Seite zwei")),
                new PdfTexts().of(SamplePdf.of("Sehr geehrte Frau Beispiel,|Ihr Termin", "Seite zwei")));
    }

    @Test
    void hasNothingToShowOfAPageWithoutWords() throws IOException {
        assertEquals(Optional.of(List.of()), new PdfTexts().of(SamplePdf.of("")));
    }

    @Test
    void readsNothingThatIsLockedCutOrNoPdf() throws IOException {
        assertEquals(Optional.empty(), new PdfTexts().of(SamplePdf.locked("geheim", "Verschlossen")));
        assertEquals(Optional.empty(), new PdfTexts().of("%PDF-1.7 und weiter nichts".getBytes(US_ASCII)));
        assertEquals(Optional.empty(), new PdfTexts().of(new byte[0]));
    }

    @Test
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    void endsWhatLoopsSwellsOrChatsAndGoesOn() throws IOException {
        byte[] file = SamplePdf.of("Wort");
        assertEquals(Optional.empty(), new PdfTexts(Looping.class, SHORT).of(file));
        assertEquals(Optional.empty(), new PdfTexts(Swelling.class, Duration.ofSeconds(30)).of(file));
        assertEquals(Optional.empty(), new PdfTexts(Chatting.class, Duration.ofSeconds(30)).of(file));
        assertTrue(ProcessHandle.current().children().noneMatch(PdfTextsTest::ours), "a process is left");
    }

    private static boolean ours(ProcessHandle child) {
        return child.isAlive() && child.info().commandLine().orElse("").contains(PdfTextsTest.class.getName());
    }

    @Test
    void givesNothingOfItsOwnToTheProcess() throws IOException {
        assertTrue(!System.getenv().isEmpty(), "there is something to give");
        assertEquals(Optional.of(List.of("[]")), new PdfTexts(Telling.class, SHORT).of(SamplePdf.of("Wort")));
    }
}
