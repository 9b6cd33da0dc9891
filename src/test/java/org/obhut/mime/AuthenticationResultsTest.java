package org.obhut.mime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationResultsTest {

    private static final String US = "mx.provider.example";

    private static AuthenticationResults results(String... fields) {
        String head = List.of(fields).stream()
                .map(field -> "Authentication-Results: " + field + "\r\n")
                .collect(Collectors.joining());
        byte[] bytes = (head + "\r\n").getBytes(StandardCharsets.UTF_8);
        return AuthenticationResults.of(HeaderFields.read(bytes, 0, bytes.length));
    }

    private static List<String> told(AuthenticationResults results, String server) {
        return results.by(server).stream()
                .map(result -> result.method() + "=" + result.value())
                .toList();
    }

    @Test
    void aFieldIsReadWithCommentsVersionsAndFolding() {
        var results =
                results("mx.provider.example 1;\r\n dkim=pass (2048-bit key; (secure) \\) x) header.d=Cara.example"
                        + " header.i=@cara.example;\r\n\tSPF/1 = Pass reason=\"good; very\" smtp.mailfrom=form@cara.example;"
                        + " dmarc=fail (p=NONE) header.from=cara.example");
        assertEquals(List.of("dkim=pass", "spf=pass", "dmarc=fail"), told(results, "MX.provider.example"));
        assertEquals(
                Map.of("header.d", "Cara.example", "header.i", "@cara.example"),
                results.by(US).get(0).properties());
        assertEquals(
                Map.of("smtp.mailfrom", "form@cara.example"),
                results.by(US).get(1).properties());
    }

    @Test
    void onlyTheNamedServerCounts() {
        var results = results("elsewhere.example; dmarc=pass", "mx.provider.example.evil.example; dmarc=pass");
        assertEquals(List.of(), told(results, US));
        assertEquals(List.of("dmarc=pass"), told(results, "elsewhere.example"));
    }

    @Test
    void theTopmostFieldOfAMethodCounts() {
        var results = results(
                US + "; spf=fail smtp.mailfrom=evil.example",
                US + "; dkim=fail header.d=cara.example; dkim=pass header.d=evil.example",
                US + "; spf=pass smtp.mailfrom=cara.example; dkim=pass header.d=cara.example; dmarc=pass");
        assertEquals(List.of("spf=fail", "dkim=fail", "dkim=pass", "dmarc=pass"), told(results, US));
    }

    @Test
    void aServerWithoutANameIsCalledByAHyphen() {
        var results = results("spf=pass (sender IP is 192.0.2.1)\r\n smtp.mailfrom=cara.example; dmarc=pass action=none"
                + " header.from=cara.example;compauth=pass reason=100");
        assertEquals(List.of("spf=pass", "dmarc=pass", "compauth=pass"), told(results, AuthenticationResults.UNNAMED));
        assertEquals(List.of(), told(results, US));
    }

    /** What stands in quotes or comments was chosen by the sender. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "mx.provider.example; spf=none smtp.mailfrom=\"x; dmarc=pass header.from=cara.example\"@evil.example",
                "mx.provider.example; spf=none (x; dmarc=pass header.from=cara.example",
                "mx.provider.example; spf=none (x \\(; dmarc=pass header.from=cara.example)",
                "mx.provider.example; spf=none (((((((; dmarc=pass)))))))",
                "mx.provider.example; spf=none smtp.mailfrom=\"x; dmarc=pass",
                "mx.provider.example; none",
                "mx.provider.example",
                ";;;",
                ""
            })
    void nothingPassesThatTheServerDidNotState(String field) {
        assertTrue(results(field).by(US).stream().noneMatch(AuthenticationResults.Result::passed));
    }
}
