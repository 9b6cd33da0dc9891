package org.obhut.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttachmentDownloadTest {

    @ParameterizedTest
    @CsvSource({
        "Brief.pdf, attachment; filename*=UTF-8''Brief.pdf",
        "'Übersicht 1.pdf', attachment; filename*=UTF-8''%C3%9Cbersicht%201.pdf",
        "'a\"; filename=\"b.exe', attachment; filename*=UTF-8''a%22%3B%20filename%3D%22b.exe",
        "'a\r\nSet-Cookie: x', attachment; filename*=UTF-8''a%0D%0ASet-Cookie%3A%20x",
        "'../../etc/passwd', attachment; filename*=UTF-8''..%2F..%2Fetc%2Fpasswd",
        "' ', attachment; filename*=UTF-8''file"
    })
    void encodesTheSendersNameWhole(String name, String header) {
        assertEquals(header, AttachmentDownload.disposition(name));
    }
}
