package org.obhut.envelope;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Function;

/** Ids and damage for tests of envelopes. */
final class EnvelopeFixture {

    static final UUID FILE = UUID.fromString("11111111-1111-4111-8111-111111111111");
    static final UUID OTHER_FILE = UUID.fromString("22222222-2222-4222-8222-222222222222");
    static final UUID ITEM = UUID.fromString("33333333-3333-4333-8333-333333333333");
    static final UUID OTHER_ITEM = UUID.fromString("44444444-4444-4444-8444-444444444444");
    static final UUID READER = UUID.fromString("55555555-5555-4555-8555-555555555555");
    static final UUID OTHER_READER = UUID.fromString("66666666-6666-4666-8666-666666666666");
    static final UUID STREAM = UUID.fromString("77777777-7777-4777-8777-777777777777");

    static final String SECRET = "Eichhörnchen am Fenster";
    static final byte[] CLEAR = SECRET.getBytes(StandardCharsets.UTF_8);

    private EnvelopeFixture() {}

    /** Refused, with words that name where it belongs and nothing of what is in it. */
    static EnvelopeException assertRefused(Runnable use, String... words) {
        EnvelopeException refusal = assertThrows(EnvelopeException.class, use::run);
        for (String word : words) {
            assertTrue(refusal.getMessage().contains(word), refusal.getMessage());
        }
        assertFalse(refusal.getMessage().contains("Eichh"), refusal.getMessage());
        return refusal;
    }

    /** Every altered byte, every cut and every addition is refused. */
    static void assertNoBitCanMove(byte[] sealed, Function<byte[], ?> open) {
        for (int i = 0; i < sealed.length; i++) {
            byte[] altered = sealed.clone();
            altered[i] ^= 1;
            assertRefused(() -> open.apply(altered));
        }
        for (int length = 0; length < sealed.length; length += length < 64 ? 1 : 97) {
            byte[] cut = java.util.Arrays.copyOf(sealed, length);
            assertRefused(() -> open.apply(cut));
        }
        assertRefused(() -> open.apply(java.util.Arrays.copyOf(sealed, sealed.length + 1)));
    }
}
