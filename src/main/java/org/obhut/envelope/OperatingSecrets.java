package org.obhut.envelope;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;

/**
 * Seals what the server must be able to read by itself: mailbox credentials and the like (settings key), mails that wait for
 * SMTP (dispatch key, one a day), and staged facts (statistics key). This is the whole list of what opens without a passphrase.
 */
@ApplicationScoped
public class OperatingSecrets {

    /** The most clear bytes of a staged fact. */
    public static final int FACT = 1022;

    private static final String KEY = "operating";
    private static final int HASH = 16;

    private final KeyStore keys;
    private final SecureRandom random;
    private final Clock clock;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected OperatingSecrets() {
        this.keys = null;
        this.random = null;
        this.clock = null;
    }

    @Inject
    public OperatingSecrets(KeyStore keys, SecureRandom random, Clock clock) {
        this.keys = keys;
        this.random = random;
        this.clock = clock;
    }

    /** Seals under the settings key, bound to its context, e.g. {@code "mailbox/<id>/imap-password"}. */
    public byte[] sealSetting(String context, byte[] clear) {
        return seal(keys.key(KeyStore.Permanent.SETTINGS, KEY), 0, Binding.setting(context), clear);
    }

    /** @throws EnvelopeException where it was sealed for another context, cut or altered */
    public byte[] openSetting(String context, byte[] sealed) {
        return open(keys.key(KeyStore.Permanent.SETTINGS, KEY), Binding.setting(context), sealed);
    }

    /**
     * A keyed hash that tells equal words of one day and is worth nothing once that day's dispatch key is destroyed.
     *
     * @param day number of the key, days since 1970 in UTC
     * @param value 16 bytes
     */
    public record DayHash(int day, byte[] value) {}

    /** The hash of a word under today's dispatch key, cut to 16 bytes. */
    public DayHash hashOfToday(String word) {
        int day = today();
        keys.dispatch().make(day);
        byte[] key = keys.dispatch().key(day, "hash of a day");
        try {
            return new DayHash(day, Arrays.copyOf(Hmac.sha256(key, word.getBytes(StandardCharsets.UTF_8)), HASH));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /** Seals an outgoing mail under today's dispatch key; the envelope names the key. */
    public byte[] sealDispatch(UUID row, byte[] clear) {
        int day = today();
        keys.dispatch().make(day);
        return seal(keys.dispatch().key(day, KEY), day, Binding.dispatch(row), clear);
    }

    /** @throws EnvelopeException where it is another row's, was cut or altered, or its day's key is destroyed */
    public byte[] openDispatch(UUID row, byte[] sealed) {
        Binding binding = Binding.dispatch(row);
        return open(keys.dispatch().key(Envelope.keyNumber(sealed, binding), KEY), binding, sealed);
    }

    /** The same mail under today's key. A row that waits longer than a day needs this before its key is destroyed. */
    public byte[] advancedDispatch(UUID row, byte[] sealed) {
        byte[] clear = openDispatch(row, sealed);
        try {
            return sealDispatch(row, clear);
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }

    /** The number (days since 1970, UTC) of the dispatch key that an envelope is under. */
    public int dispatchKey(byte[] sealed) {
        return Envelope.keyNumber(sealed, Binding.dispatch());
    }

    /** The number of today's dispatch key. */
    public int today() {
        return (int) LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toEpochDay();
    }

    /**
     * Seals a staged fact under the statistics key; the envelope carries no id and has one size.
     *
     * @param clear at most {@link #FACT} bytes
     */
    public byte[] sealFact(byte[] clear) {
        if (clear.length > FACT) {
            throw new IllegalArgumentException("a fact of " + clear.length + " bytes");
        }
        ByteBuffer padded =
                ByteBuffer.allocate(2 + FACT).putShort((short) clear.length).put(clear);
        return seal(keys.key(KeyStore.Permanent.STATISTICS, KEY), 0, Binding.fact(), padded.array());
    }

    /** @throws EnvelopeException where it was cut or altered */
    public byte[] openFact(byte[] sealed) {
        byte[] padded = open(keys.key(KeyStore.Permanent.STATISTICS, KEY), Binding.fact(), sealed);
        int length = ByteBuffer.wrap(padded).getShort();
        return Arrays.copyOfRange(padded, 2, 2 + length);
    }

    private byte[] seal(byte[] key, int number, Binding binding, byte[] clear) {
        try {
            return Envelope.seal(key, number, binding, clear, random);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static byte[] open(byte[] key, Binding binding, byte[] sealed) {
        try {
            return Envelope.open(key, binding, sealed);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }
}
