package org.obhut.envelope;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which sealed files were erased, so that an older copy of the database can't bring them back: 16-byte keyed hashes of their ids
 * in the key store, under the epoch in which they were erased. They end with that epoch's secret, when no copy of the database
 * from before opens any more; until then they say nothing to whoever lacks the secret or does not know the id already.
 *
 * <p>A file is noted before the transaction that erases it commits. A crash in between leaves a note of a file that is still there:
 * what is noted and there is erased at the next start, before anything can be added to it.
 */
@ApplicationScoped
public class ErasedFiles {

    /** Of an epoch's notes in the key store. */
    static final String PREFIX = "erased-";
    /** Bytes of a note. */
    static final int SIZE = 16;

    private static final String LABEL = "erased files";

    private final KeyStore keys;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected ErasedFiles() {
        this.keys = null;
    }

    @Inject
    public ErasedFiles(KeyStore keys) {
        this.keys = keys;
    }

    /**
     * Notes a file. It is on disk when this returns; the key store's copy has it then too, or gets it by the next hour.
     *
     * @throws java.io.UncheckedIOException where it can't be written: the file must not be erased then
     */
    public synchronized void note(UUID file) {
        int epoch = keys.currentEpoch();
        keys.files().append(PREFIX + epoch, hash(epoch, file).array(), SIZE);
    }

    /** Takes a note back: the file was not erased after all. */
    public synchronized void takeBack(UUID file) {
        for (int epoch : keys.epochs().numbers()) {
            List<ByteBuffer> noted = noted(epoch);
            if (noted.removeAll(Set.of(hash(epoch, file)))) {
                ByteArrayOutputStream kept = new ByteArrayOutputStream();
                noted.forEach(hash -> kept.writeBytes(hash.array()));
                keys.files().write(PREFIX + epoch, kept.toByteArray());
            }
        }
    }

    /** Whether the file was erased in an epoch that is remembered. */
    public boolean contains(UUID file) {
        return !among(List.of(file)).isEmpty();
    }

    /** Those of the files that were erased in an epoch that is remembered; many at once cost little. */
    public synchronized Set<UUID> among(Collection<UUID> files) {
        Set<UUID> erased = new HashSet<>();
        for (int epoch : keys.epochs().numbers()) {
            Set<ByteBuffer> noted = new HashSet<>(noted(epoch));
            if (!noted.isEmpty()) {
                files.stream().filter(file -> noted.contains(hash(epoch, file))).forEach(erased::add);
            }
        }
        return erased;
    }

    /** Destroys the notes of epochs whose secret is gone. */
    static void forget(KeyStore keys) {
        for (String name : keys.files().names()) {
            if (name.startsWith(PREFIX)
                    && !keys.epochs().numbers().contains(Integer.parseInt(name.substring(PREFIX.length())))) {
                keys.files().destroy(name);
            }
        }
    }

    private List<ByteBuffer> noted(int epoch) {
        byte @Nullable [] bytes = keys.files().read(PREFIX + epoch).orElse(null);
        List<ByteBuffer> noted = new ArrayList<>();
        for (int at = 0; bytes != null && at + SIZE <= bytes.length; at += SIZE) {
            noted.add(ByteBuffer.wrap(Arrays.copyOfRange(bytes, at, at + SIZE)));
        }
        return noted;
    }

    private ByteBuffer hash(int epoch, UUID file) {
        byte[] key = keys.epochs().key(epoch, LABEL);
        try {
            byte[] id = ByteBuffer.allocate(SIZE)
                    .putLong(file.getMostSignificantBits())
                    .putLong(file.getLeastSignificantBits())
                    .array();
            return ByteBuffer.wrap(Arrays.copyOf(Hmac.sha256(key, id), SIZE));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }
}
