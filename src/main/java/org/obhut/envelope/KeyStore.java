package org.obhut.envelope;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The secrets outside the database: without them a copy of the database opens for nobody, whatever passphrases are known. Each
 * is random; what is used are keys derived from it under a label.
 */
public class KeyStore {

    /** Secrets that live as long as the key store. */
    enum Permanent {
        PEPPER,
        INDEX,
        SETTINGS,
        STATISTICS,
        PINS;

        String file() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private static final String ID = "id";
    private static final String CURRENT = "current-epoch";
    private static final int FIRST_EPOCH = 1;

    private final KeyFiles files;
    private final UUID id;
    private final Map<Permanent, StoredSecret> permanent = new EnumMap<>(Permanent.class);
    private final NumberedSecrets epochs;
    private final NumberedSecrets dispatch;
    private volatile int currentEpoch;

    /**
     * Opens the key store of a folder, or makes it where neither folder, copy nor database knows of one.
     *
     * @param bound the id of the key store that the database belongs to; empty where the database is new
     * @throws KeyStoreRefused where the folder's key store is missing, damaged, or not the one the database or the copy knows
     */
    public KeyStore(Path folder, Optional<Path> copy, Optional<UUID> bound, SecureRandom random, Clock clock) {
        KeyFolder here = new KeyFolder(folder, random);
        Optional<KeyFolder> there = copy.map(path -> new KeyFolder(path, random));
        Optional<UUID> known = id(here);
        there.flatMap(KeyStore::id).ifPresent(copied -> refuseOther(known, copied, "the copy in OBHUT_KEYSTORE_COPY"));
        bound.ifPresent(other -> refuseOther(known, other, "the database"));
        this.files = new KeyFiles(here, there);
        this.id = known.orElseGet(() -> RandomId.next(random));
        for (Permanent secret : Permanent.values()) {
            permanent.put(secret, permanent(secret, random, clock));
        }
        this.epochs = new NumberedSecrets("epoch", files, random, clock);
        this.dispatch = new NumberedSecrets("dispatch", files, random, clock);
        if (known.isEmpty()) {
            epochs.make(FIRST_EPOCH);
            enter(FIRST_EPOCH);
            // The id comes last: a folder without it is an unfinished one and is completed at the next start.
            files.write(ID, ascii(id.toString()));
        }
        this.currentEpoch = files.read(CURRENT).map(KeyStore::number).orElseThrow(() -> damaged(CURRENT));
        files.reconcile();
    }

    /** Names this key store; the database has it too, so that neither is ever used with another's partner. */
    public UUID id() {
        return id;
    }

    /** The epoch under which seals are made now. */
    int currentEpoch() {
        return currentEpoch;
    }

    /** Makes an epoch the current one. Its secret exists and is acknowledged. */
    void enter(int epoch) {
        files.write(CURRENT, ascii(Integer.toString(epoch)));
        currentEpoch = epoch;
    }

    NumberedSecrets epochs() {
        return epochs;
    }

    /** Dispatch keys by day, counted from 1970-01-01 UTC. */
    NumberedSecrets dispatch() {
        return dispatch;
    }

    /** The key that a passphrase is hashed with, so that hashes of the database alone can't be tried out. Wiped by the caller. */
    public byte[] pepper() {
        return key(Permanent.PEPPER, "passphrases");
    }

    byte[] key(Permanent secret, String label) {
        return Hkdf.key(permanent.get(secret).bytes(), label);
    }

    KeyFiles files() {
        return files;
    }

    private StoredSecret permanent(Permanent secret, SecureRandom random, Clock clock) {
        Optional<byte[]> stored = files.read(secret.file());
        if (stored.isPresent()) {
            return StoredSecret.decoded(secret.file(), stored.get());
        }
        if (files.read(ID).isPresent()) {
            throw damaged(secret.file());
        }
        StoredSecret made = StoredSecret.random(random, clock.instant());
        files.write(secret.file(), made.encoded());
        return made;
    }

    private static void refuseOther(Optional<UUID> known, UUID other, String owner) {
        if (known.isEmpty()) {
            throw new KeyStoreRefused("OBHUT_KEYSTORE holds no key store, but " + owner + " belongs to key store "
                    + other + ". Put that key store's files back (OBHUT_KEYSTORE_COPY has them); nothing was changed.");
        }
        if (!known.get().equals(other)) {
            throw new KeyStoreRefused("OBHUT_KEYSTORE holds key store " + known.get() + ", but " + owner
                    + " belongs to key store " + other + ". Nothing was changed.");
        }
    }

    private static Optional<UUID> id(KeyFolder folder) {
        return folder.read(ID).map(content -> {
            try {
                return UUID.fromString(new String(content, StandardCharsets.US_ASCII).strip());
            } catch (IllegalArgumentException e) {
                throw damaged(ID);
            }
        });
    }

    private static int number(byte[] content) {
        try {
            return Integer.parseInt(new String(content, StandardCharsets.US_ASCII).strip());
        } catch (NumberFormatException e) {
            throw damaged(CURRENT);
        }
    }

    private static KeyStoreRefused damaged(String file) {
        return new KeyStoreRefused("the key store's file " + file + " is missing or damaged");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
