package org.obhut.attachment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obhut.attachment.FileName.Danger;

class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "Brief.pdf, Brief.pdf",
        "'Übersicht 1.pdf', 'Übersicht 1.pdf'",
        "../../etc/passwd, passwd",
        "C:\\Temp\\brief.doc, brief.doc",
        "'a\r\nSet-Cookie: x', 'aSet-Cookie: x'",
        "'Rechnung\u202efdp.exe', Rechnungfdp.exe",
        "'\u2066\u061cx\u2069.txt', x.txt",
        "'x.pdf   .exe . ', 'x.pdf .exe'",
        "..., ''",
        "' ', ''"
    })
    void isPlainAndWhole(String untrusted, String text) {
        assertEquals(text, FileName.of(untrusted).text());
    }

    @ParameterizedTest
    @CsvSource({
        "Brief.pdf, NONE",
        "Foto.JPG, NONE",
        "'', NONE",
        "exe, PROGRAM",
        "Rechnung.pdf.exe, PROGRAM",
        "'Rechnung\u202efdp.exe', PROGRAM",
        "'brief.js. ', PROGRAM",
        "x.LNK, PROGRAM",
        "seite.html, PAGE",
        "bild.svg, PAGE",
        "liste.xlsm, MACROS",
        "Brief.docx, NONE"
    })
    void saysWhatOpeningItWouldDo(String name, Danger danger) {
        assertEquals(danger, FileName.of(name).danger());
    }

    @ParameterizedTest
    @CsvSource({
        "Brief.pdf, attachment; filename=\"Brief.pdf\"; filename*=UTF-8''Brief.pdf",
        "'Übersicht 1.pdf', attachment; filename=\"_bersicht 1.pdf\"; filename*=UTF-8''%C3%9Cbersicht%201.pdf",
        "'a\"; filename=\"b.exe', attachment; filename=\"a__ filename__b.exe\"; filename*=UTF-8''a%22%3B%20filename%3D%22b.exe",
        "' ', attachment; filename=\"file\"; filename*=UTF-8''file"
    })
    void downloadsUnderThatNameAndNoOther(String name, String header) {
        assertEquals(header, FileName.of(name).disposition());
    }
}
