package org.obhut.mime;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Raw header values as text: ASCII, else UTF-8 (RFC 6532), else what an old mail program may have meant. Such a program writes
 * its headers in the charset of its text; where that is not known, all values of the section are guessed together, as one
 * alone is short.
 */
final class HeaderText {

    private final @Nullable String label;
    private final Supplier<Charset> guess;
    private @Nullable Charset guessed;

    private HeaderText(@Nullable String label, Supplier<Charset> guess) {
        this.label = label;
        this.guess = guess;
    }

    static HeaderText guessing(List<byte[]> section) {
        return above(section, null, new byte[0]);
    }

    static HeaderText above(List<byte[]> section, @Nullable String label, byte[] sample) {
        return new HeaderText(label, () -> {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            section.stream().filter(HeaderText::unsure).forEach(all::writeBytes);
            if (unsure(sample)) {
                all.writeBytes(sample);
            }
            return CharsetGuess.of(all.toByteArray());
        });
    }

    /** Whether these bytes are neither ASCII nor UTF-8. */
    static boolean unsure(byte[] value) {
        return LabelledText.escapes(value) || LabelledText.strict(value, StandardCharsets.UTF_8) == null;
    }

    String decode(byte[] value) {
        return (unsure(value) ? charset(value).decode(ByteBuffer.wrap(value)).toString() : utf8(value))
                .replace("\u0000", "");
    }

    private static String utf8(byte[] value) {
        return new String(value, StandardCharsets.UTF_8);
    }

    private Charset charset(byte[] value) {
        if (!Charsets.ascii(label) && !LabelledText.escapes(value)) {
            Charset named = Charsets.of(label).orElse(StandardCharsets.UTF_8);
            if (LabelledText.fits(value, named)) {
                return named;
            }
        }
        Charset known = guessed;
        if (known == null) {
            known = guess.get();
            guessed = known;
        }
        return known;
    }
}
