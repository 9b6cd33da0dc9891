package org.obhut.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.console.Language;
import org.obhut.console.ReportDocument;
import org.obhut.console.Templates;
import org.obhut.console.Texts;
import org.obhut.report.Report;
import org.obhut.report.ReportTable;
import org.obhut.report.Section;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** The report's PDF as Poppler and veraPDF see it. */
class PdfPagesTest {

    private static final Report DRAFT = SampleReport.of(Report.State.DRAFT);
    private static final Report RELEASED = SampleReport.of(Report.State.RELEASED);

    private static final char NO_BREAK = '\u00a0';

    @TempDir
    private static Path folder;

    private static Path released;
    private static Path draft;

    @BeforeAll
    static void write() throws IOException {
        released = written(RELEASED, "released.pdf");
        draft = written(DRAFT, "draft.pdf");
    }

    @Test
    @DisplayName("veraPDF finds nothing in it that PDF/UA-1 forbids")
    void isAccessible() throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (Path file : List.of(released, draft)) {
            try (PDFAParser parser = Foundries.defaultInstance().createParser(file.toFile(), PDFAFlavour.PDFUA_1)) {
                ValidationResult result = Foundries.defaultInstance()
                        .createValidator(PDFAFlavour.PDFUA_1, false)
                        .validate(parser);
                System.out.println("veraPDF: " + result.getTotalAssertions() + " checks of PDF/UA-1");
                assertTrue(result.getTotalAssertions() > 100);
                assertTrue(result.isCompliant(), () -> result.getTestAssertions().stream()
                        .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                        .map(assertion -> assertion.getRuleId().getClause() + " " + assertion.getMessage() + " "
                                + assertion.getLocation().getContext())
                        .distinct()
                        .collect(Collectors.joining("\n")));
            }
        }
    }

    @Test
    @DisplayName("Poppler finds A4 pages, tags, a title and embedded fonts")
    void isWhatItSays() throws Exception {
        String about = OtherProgram.PDFINFO.run(folder, released.toString());
        assertTrue(
                Pattern.compile("Title: +Quartalsbericht 4/2026").matcher(about).find(), about);
        assertTrue(Pattern.compile("Tagged: +yes").matcher(about).find(), about);
        assertTrue(Pattern.compile("JavaScript: +no").matcher(about).find(), about);
        assertTrue(Pattern.compile("Page size: .*\\(A4\\)").matcher(about).find(), about);
        List<String> fonts = OtherProgram.PDFFONTS
                .run(folder, released.toString())
                .lines()
                .skip(2)
                .toList();
        assertFalse(fonts.isEmpty());
        for (String font : fonts) {
            assertTrue(Pattern.compile("FiraSans.* yes yes yes ").matcher(font).find(), font);
        }
    }

    @Test
    @DisplayName("Its structure has headings, header cells with their scope, a list, and a word for what is withheld")
    void isTagged() throws Exception {
        String tags = OtherProgram.PDFINFO.run(folder, "-struct-text", released.toString());
        assertTrue(
                Pattern.compile("Figure:?\\s+/BBox").matcher(tags).results().count() >= 3,
                "a chart is no figure: " + tags);
        for (String tag : List.of("H1", "H2", "Table", "Caption", "THead", "TH", "TD", "LI")) {
            assertTrue(tags.contains(tag), tag);
        }
        assertTrue(tags.contains("/Scope /Column") && tags.contains("/Scope /Row"), tags);
        try (PDDocument pdf = Loader.loadPDF(released.toFile())) {
            assertEquals("de", pdf.getDocumentCatalog().getLanguage());
        }
    }

    @Test
    @DisplayName("A section's heading is a bookmark")
    void hasBookmarks() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(released.toFile())) {
            StringBuilder titles = new StringBuilder();
            for (PDOutlineItem item :
                    pdf.getDocumentCatalog().getDocumentOutline().children()) {
                titles.append(item.getTitle()).append('|');
            }
            assertEquals("Kontakte|Themen|Regionen|Bedarfe und Empfehlungen|", titles.toString());
        }
    }

    @Test
    @DisplayName("Poppler reads every row and total of the report, and every letter")
    void holdsTheReport() throws Exception {
        String text = text(released);
        int cells = 0;
        for (ReportTable table : RELEASED.tables()) {
            for (ReportTable.Row row : table.rows()) {
                cells += expect(table, row, text);
            }
            if (table.total() != null) {
                cells += expect(table, table.total(), text);
            }
        }
        System.out.println("PDF: " + cells + " cells compared with the report's");
        assertTrue(text.replaceAll("\\s+", " ").contains(SampleReport.LETTERS), text);
    }

    @Test
    @DisplayName(
            "Each page has its number; each page of a draft says that it is one, no page of a released report does")
    void marksDrafts() throws Exception {
        String mark = "Entwurf, noch nicht freigegeben";
        String[] pages = text(draft).split("\f");
        assertTrue(pages.length > 1);
        for (int i = 0; i < pages.length; i++) {
            assertTrue(pages[i].contains(mark), pages[i]);
            assertTrue(pages[i].contains("Seite " + (i + 1) + " von " + pages.length), pages[i]);
        }
        assertFalse(text(released).contains(mark));
    }

    @Test
    @DisplayName("A table that goes on has its headings on the next page too")
    void repeatsHeadings() throws Exception {
        ReportTable towns = RELEASED.table("towns").orElseThrow();
        List<ReportTable.Row> rows = Collections.nCopies(3, towns.rows()).stream()
                .flatMap(List::stream)
                .toList();
        String text = text(written(with(towns, rows), "long.pdf"));
        assertTrue(
                Pattern.compile("Gruppe +Anzahl +Vorquartal")
                                .matcher(text)
                                .results()
                                .count()
                        > 1,
                text);
    }

    @Test
    @DisplayName("What a page wants to load is not loaded")
    void loadsNothing() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.css"), "body:before { content: 'loaded' }");
        Path pdf = folder.resolve("loads.pdf");
        try (OutputStream to = Files.newOutputStream(pdf)) {
            TaggedPdf.write(
                    "<html lang='de'><head><title>T</title><link rel='stylesheet' href='" + secret.toUri()
                            + "'><style>@import url('" + secret.toUri()
                            + "'); body { font-family: 'Fira Sans' }</style></head><body><p>here</p></body></html>",
                    to);
        }
        assertEquals("here", text(pdf).strip());
    }

    @Test
    @DisplayName("A long table of few columns stands in two parts beside each other, parted between two districts")
    void setsLongTablesInTwoColumns() throws Exception {
        ReportTable towns = RELEASED.table("towns").orElseThrow();
        List<ReportTable> halves = new ReportDocument(RELEASED, new Texts(Language.DE)).halves(towns);
        assertEquals(
                List.of(24, 36), halves.stream().map(half -> half.rows().size()).toList());
        assertEquals("Bezirk 2", halves.get(1).rows().get(0).label().german());
        assertNull(halves.get(0).total());
        assertEquals(towns.total(), halves.get(1).total());
        assertTrue(
                Pattern.compile("Bezirk 0 +55 +30 +Bezirk 2 +55 +30")
                        .matcher(text(released))
                        .find(),
                text(released));
    }

    /** The report with other rows in one of its tables. */
    private static Report with(ReportTable table, List<ReportTable.Row> rows) {
        ReportTable other = new ReportTable(
                table.key(),
                table.caption(),
                table.stub(),
                table.chart(),
                table.columns(),
                rows,
                table.total(),
                table.notes());
        return new Report(
                RELEASED.publisher(),
                RELEASED.title(),
                RELEASED.period(),
                RELEASED.asOf(),
                RELEASED.state(),
                RELEASED.version(),
                RELEASED.notes(),
                RELEASED.figures(),
                List.of(new Section("towns", table.caption(), List.of(other))),
                RELEASED.narrative());
    }

    private static int expect(ReportTable table, ReportTable.Row row, String text) {
        String cells = IntStream.range(0, row.cells().size())
                .mapToObj(i -> Pattern.quote(
                        CellText.of(table.columns().get(i), row.cells().get(i), "de")
                                .replace(NO_BREAK, ' ')))
                .collect(Collectors.joining("\\s+"));
        assertTrue(
                Pattern.compile(Pattern.quote(row.label().german()) + "\\s+" + cells)
                        .matcher(text)
                        .find(),
                row + "\n" + text);
        return row.cells().size();
    }

    private static String text(Path pdf) throws Exception {
        Path text = Files.createTempFile(folder, "text", ".txt");
        OtherProgram.PDFTOTEXT.run(folder, "-layout", "-enc", "UTF-8", pdf.toString(), text.toString());
        return Files.readString(text, StandardCharsets.UTF_8).replace(NO_BREAK, ' ');
    }

    private static Path written(Report report, String name) throws IOException {
        Path pdf = folder.resolve(name);
        var document = new ReportDocument(report, new Texts(Language.DE));
        long begun = cpu();
        String html = new String(
                new Templates()
                        .render("report/document.jte", Map.of("doc", document))
                        .toByteArray(),
                StandardCharsets.UTF_8);
        try (OutputStream to = Files.newOutputStream(pdf)) {
            TaggedPdf.write(html, to);
        }
        Files.copy(
                pdf,
                Files.createDirectories(Path.of("target", "exports")).resolve(name),
                StandardCopyOption.REPLACE_EXISTING);
        System.out.println(name + ": " + Files.size(pdf) + " bytes, " + (cpu() - begun) / 1_000_000 + " ms of CPU");
        return pdf;
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
