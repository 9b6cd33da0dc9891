package org.obhut.api;

import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.obhut.platform.InvalidInput;

/**
 * Reads a body as one JSON object (RFC 8259), strictly: UTF-8, no name twice, nothing after it. Never keeps more than a
 * body may be large.
 */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class JsonFieldsReader implements MessageBodyReader<JsonFields> {

    private static final int USUAL_MEBIBYTES = 1;
    /** The most bytes beyond the limit that are read and thrown away. */
    private static final long DRAINED = 64L << 20;

    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());
    private static final JsonReaderFactory READERS =
            Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == JsonFields.class;
    }

    @Override
    public JsonFields readFrom(
            Class<JsonFields> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body) {
        try {
            return parse(read(body, limit(annotations)));
        } catch (IOException e) {
            throw new InvalidInput("body", "broken-off");
        }
    }

    private static byte[] read(InputStream body, int limit) throws IOException {
        byte[] bytes = body.readNBytes(limit + 1);
        if (bytes.length > limit) {
            drain(body);
            throw new BodyTooLarge();
        }
        return bytes;
    }

    /** Most programs look for an answer only when they have sent all: where the rest is not read, they never see it. */
    private static void drain(InputStream body) throws IOException {
        byte[] discarded = new byte[1 << 16];
        int read = body.read(discarded);
        for (long drained = 0; read >= 0 && drained < DRAINED; drained += read) {
            read = body.read(discarded);
        }
    }

    private static int limit(Annotation[] annotations) {
        int mebibytes = Arrays.stream(annotations)
                .filter(UpTo.class::isInstance)
                .map(UpTo.class::cast)
                .mapToInt(UpTo::mebibytes)
                .findFirst()
                .orElse(USUAL_MEBIBYTES);
        return mebibytes << 20;
    }

    static JsonFields parse(byte[] bytes) {
        String text = utf8(bytes);
        JsonValue value;
        // Two passes: the parser alone notices what follows, the reader alone a name that stands twice.
        try (JsonParser parser = PARSERS.createParser(new StringReader(text));
                JsonReader reader = READERS.createReader(new StringReader(text))) {
            while (parser.hasNext()) {
                parser.next();
            }
            value = reader.readValue();
        } catch (RuntimeException e) {
            // The parser's message repeats what it read; where it is nested too deeply, it is not even a JsonException.
            throw new InvalidInput("body", "not-json");
        }
        if (value.getValueType() != JsonValue.ValueType.OBJECT) {
            throw new InvalidInput("body", "not-an-object");
        }
        return new JsonFields(value.asJsonObject());
    }

    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InvalidInput("body", "not-utf-8");
        }
    }
}
