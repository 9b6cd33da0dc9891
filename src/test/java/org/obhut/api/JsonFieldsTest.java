package org.obhut.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obhut.platform.InvalidInput;

class JsonFieldsTest {

    @Test
    void givesEachFieldByItsType() {
        JsonFields fields = fields(
                "{'a': 'Grüße', 'b': 7, 'c': true, 'd': '2026-03-05', 'e': ['x', 'y'], 'f': [{'g': 'h'}], 'n': null}");
        assertEquals("Grüße", fields.text("a"));
        assertEquals(7, fields.number("b"));
        assertTrue(fields.flag("c"));
        assertEquals(Optional.of(LocalDate.of(2026, 3, 5)), fields.day("d"));
        assertEquals(List.of("x", "y"), fields.texts("e"));
        assertEquals("h", fields.objects("f").get(0).text("g"));
        assertEquals(Optional.empty(), fields.textOrNothing("n"));
        fields.end();
    }

    @Test
    void whatIsAbsentIsNothing() {
        JsonFields fields = fields("{}");
        assertEquals(Optional.empty(), fields.optionalText("a"));
        assertEquals(Optional.empty(), fields.day("a"));
        assertEquals(List.of(), fields.texts("a"));
        assertEquals(List.of(), fields.objects("a"));
        assertFalse(fields.flag("a"));
        fields.end();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'a': 1} | not-a-text",
                "{'a': ''} | required",
                "{'a': null} | required",
                "{} | required",
                "{'a': ['x']} | not-a-text"
            })
    void aTextIsRefusedByName(String json, String reason) {
        refused("a", reason, json, fields -> fields.text("a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'7'", "7.5", "1e30", "99999999999999999999", "true", "1e-400000000"})
    void aNumberIsRefusedByName(String value) {
        refused("a", "not-a-whole-number", "{'a': " + value + "}", fields -> fields.number("a"));
    }

    @Test
    void theRestIsRefusedByName() {
        refused("a", "required", "{}", fields -> fields.number("a"));
        refused("a", "required", "{}", fields -> fields.textOrNothing("a"));
        refused("a", "not-true-or-false", "{'a': 'true'}", fields -> fields.flag("a"));
        refused("a", "not-a-day", "{'a': '2026-02-30'}", fields -> fields.day("a"));
        refused("a", "not-a-list", "{'a': 'x'}", fields -> fields.texts("a"));
        refused("a[1]", "not-a-text", "{'a': ['x', 2]}", fields -> fields.texts("a"));
        refused("a[0]", "not-an-object", "{'a': ['x']}", fields -> fields.objects("a"));
        refused("a[1].b", "required", "{'a': [{}, {}]}", fields -> fields.objects("a")
                .get(1)
                .text("b"));
    }

    @Test
    void aFieldNobodyAskedForIsRefusedByName() {
        refused("colour", "unknown-field", "{'a': 'x', 'colour': 1}", fields -> {
            fields.text("a");
            fields.end();
        });
        refused("a[0].colour", "unknown-field", "{'a': [{'colour': 1}]}", fields -> fields.objects("a")
                .get(0)
                .end());
    }

    @Test
    void aFieldThatIsNoNameIsNotRepeated() {
        refused("?", "unknown-field", "{'mira@client.example wrote <b>': 1}", JsonFields::end);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{'a': }",
                "{'a': 1, 'a': 2}",
                "{'a': 1} x",
                "{'a': 1}{}",
                "{a: 1}",
                "{'a': 'x\ny'}",
                "\ufeff{}"
            })
    void whatIsNotJsonIsRefusedWithoutItsWords(String text) {
        var refused = assertThrows(InvalidInput.class, () -> fields(text).end());
        assertEquals("invalid body: not-json", refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "'a'", "1", "null"})
    void onlyAnObjectIsABody(String text) {
        assertEquals(
                "not-an-object",
                assertThrows(InvalidInput.class, () -> fields(text)).reason());
    }

    @Test
    void veryDeepJsonIsRefused() {
        String deep = "{'a':" + "[".repeat(200_000) + "]".repeat(200_000) + "}";
        assertEquals(
                "not-json", assertThrows(InvalidInput.class, () -> fields(deep)).reason());
    }

    @Test
    void brokenUtf8IsRefused() {
        byte[] broken = {'{', '"', (byte) 0xc3, '"', '}'};
        assertEquals(
                "not-utf-8",
                assertThrows(InvalidInput.class, () -> JsonFieldsReader.parse(broken))
                        .reason());
    }

    @Test
    void aBodyThatNeverEndsIsNotReadForEver() {
        var endless = new InputStream() {
            private long given;

            @Override
            public int read() {
                given++;
                return ' ';
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                given += length;
                return length;
            }
        };
        assertThrows(BodyTooLarge.class, () -> read(endless));
        assertTrue(endless.given < 70 << 20, endless.given + " bytes read");
    }

    @Test
    void aBodyThatIsTooLargeIsReadToItsEndSoThatTheAnswerIsSeen() {
        var large = new ByteArrayInputStream(new byte[20 << 20]);
        assertThrows(BodyTooLarge.class, () -> read(large));
        assertEquals(0, large.available());
    }

    @Test
    void aBodyThatBreaksOffIsNoFailureOfOurs() {
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("mira@client.example");
            }
        };
        assertEquals(
                "broken-off",
                assertThrows(InvalidInput.class, () -> read(broken)).reason());
    }

    @Test
    void aBodyOfTheGreatestSizeIsRead() {
        byte[] greatest = ("{}" + " ".repeat((1 << 20) - 2)).getBytes(StandardCharsets.UTF_8);
        read(new ByteArrayInputStream(greatest)).end();
    }

    private static JsonFields read(InputStream body) {
        return new JsonFieldsReader().readFrom(JsonFields.class, JsonFields.class, new Annotation[0], null, null, body);
    }

    private static void refused(String field, String reason, String json, Consumer<JsonFields> asking) {
        var refused = assertThrows(InvalidInput.class, () -> asking.accept(fields(json)));
        assertEquals(field + ": " + reason, refused.field() + ": " + refused.reason());
    }

    static JsonFields fields(String json) {
        return JsonFieldsReader.parse(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
