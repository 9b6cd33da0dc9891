package org.obhut.export;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** The sheets of spreadsheets as LibreOffice opens them: words as they are, numbers without their format. */
final class OpenedSheets {

    /** More equal neighbours than any table has. */
    private static final int MOST = 20;

    private OpenedSheets() {}

    /**
     * For each file its sheets, as rows of cells. Fails where a word was taken for a formula.
     *
     * @param folder where LibreOffice may write
     * @param options further ones of its command line, such as how a file is to be read
     */
    static List<List<List<List<String>>>> of(Path folder, List<String> options, List<Path> files)
            throws IOException, InterruptedException {
        Path read = folder.resolve("read");
        List<String> arguments = new ArrayList<>(
                List.of("-env:UserInstallation=" + folder.resolve("profile").toUri(), "--headless"));
        arguments.addAll(options);
        arguments.addAll(List.of("--convert-to", "fods", "--outdir", read.toString()));
        files.forEach(file -> arguments.add(file.toString()));
        OtherProgram.LIBREOFFICE.run(folder, arguments.toArray(String[]::new));
        List<List<List<List<String>>>> opened = new ArrayList<>();
        for (Path file : files) {
            String name = file.getFileName().toString().replaceAll("\\.[a-z]+$", ".fods");
            opened.add(sheets(Files.readString(read.resolve(name), StandardCharsets.UTF_8)));
        }
        return opened;
    }

    private static List<List<List<String>>> sheets(String flat) {
        Document read = Jsoup.parse(flat, "", Parser.xmlParser());
        assertTrue(
                read.getAllElements().stream().noneMatch(element -> element.hasAttr("table:formula")),
                "a word was taken for a formula");
        return read.select("table|table").stream().map(OpenedSheets::rows).toList();
    }

    private static List<List<String>> rows(Element sheet) {
        return sheet.select("table|table-row").stream()
                .flatMap(row -> repeated(row, "table:number-rows-repeated", cells(row)))
                .toList();
    }

    private static List<String> cells(Element row) {
        return row.select("table|table-cell").stream()
                .flatMap(cell -> repeated(cell, "table:number-columns-repeated", value(cell)))
                .toList();
    }

    /** Equal neighbours are written once; the rest of the sheet, which is empty, is of no interest. */
    private static <T> Stream<T> repeated(Element element, String attribute, T value) {
        int times = element.hasAttr(attribute) ? Integer.parseInt(element.attr(attribute)) : 1;
        return Collections.nCopies(Math.min(times, MOST), value).stream();
    }

    private static String value(Element cell) {
        return cell.attr("office:value-type").equals("string")
                ? cell.select("text|p").text()
                : cell.attr("office:value");
    }
}
