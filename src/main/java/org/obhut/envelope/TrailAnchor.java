package org.obhut.envelope;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the key store does for the audit trail: it authenticates lines, and keeps which one was the last. So whoever has the
 * database alone can neither write a line nor cut off the end unseen. The file has the code and then {@code position hash}.
 */
@ApplicationScoped
public class TrailAnchor {

    /**
     * A line of the trail.
     *
     * @param hash 32 bytes
     */
    public record Place(long position, byte[] hash) {}

    private static final String FILE = "trail";

    private final byte[] key;
    private final @Nullable KeyFiles files;
    private Optional<Place> place;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected TrailAnchor() {
        this.key = null;
        this.files = null;
        this.place = Optional.empty();
    }

    /** @throws KeyStoreRefused where the anchor is not authentic */
    @Inject
    public TrailAnchor(KeyStore keys) {
        this(keys.key(KeyStore.Permanent.PINS, FILE), keys.files(), keys.files().read(FILE));
    }

    private TrailAnchor(byte[] key, @Nullable KeyFiles files, Optional<byte[]> content) {
        this.key = key;
        this.files = files;
        this.place = content.map(this::read);
    }

    /**
     * The anchor in the folder of a key store, for a look beside the running server; writes nothing.
     *
     * @throws KeyStoreRefused where there is no key store, or it is damaged
     */
    public static TrailAnchor beside(Path folder, SecureRandom random) {
        String secret = KeyStore.Permanent.PINS.file();
        var store = KeyFolder.lookedAt(folder, random);
        StoredSecret pins = StoredSecret.decoded(
                secret,
                store.read(secret).orElseThrow(() -> new KeyStoreRefused("there is no key store in " + folder)));
        return new TrailAnchor(Hkdf.key(pins.bytes(), FILE), null, store.read(FILE));
    }

    /** The last line that was committed, as far as this key store heard; empty before the first. */
    public synchronized Optional<Place> place() {
        return place;
    }

    /** Remembers a line; nothing where a later one is known. */
    public synchronized void move(long position, byte[] hash) {
        if (place.isEmpty() || place.get().position() < position) {
            set(position, hash);
        }
    }

    /** Remembers a line though a later one was known: where the end of the trail is lost for good. Who may is the caller's to check. */
    public synchronized void set(long position, byte[] hash) {
        if (files == null) {
            throw new IllegalStateException("this anchor is only looked at");
        }
        String line = position + " " + HexFormat.of().formatHex(hash);
        String text = HexFormat.of().formatHex(code(line.getBytes(StandardCharsets.US_ASCII))) + "\n" + line + "\n";
        files.write(FILE, text.getBytes(StandardCharsets.US_ASCII));
        place = Optional.of(new Place(position, hash.clone()));
    }

    /** HMAC-SHA-256 under a key of the key store. */
    public byte[] code(byte[] message) {
        return Hmac.sha256(key, message);
    }

    /** Whether a code is of this message. */
    public boolean authentic(byte[] message, byte[] code) {
        return MessageDigest.isEqual(code(message), code);
    }

    private Place read(byte[] content) {
        try {
            String[] lines = new String(content, StandardCharsets.US_ASCII).split("\n");
            String[] fields = lines[1].split(" ");
            if (authentic(
                    lines[1].getBytes(StandardCharsets.US_ASCII), HexFormat.of().parseHex(lines[0]))) {
                return new Place(Long.parseLong(fields[0]), HexFormat.of().parseHex(fields[1]));
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException damaged) {
            // Said below.
        }
        throw new KeyStoreRefused("the key store's file " + FILE + " is damaged or not authentic");
    }
}
