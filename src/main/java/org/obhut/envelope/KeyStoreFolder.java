package org.obhut.envelope;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A key store's folder as it is at this moment, read beside a running server: for the programs that copy it and that ask what it can
 * still open. No secret leaves it but into another folder.
 */
public final class KeyStoreFolder {

    private static final String EPOCH = "epoch-";

    private final Map<String, byte[]> entries;
    private final UUID id;

    private KeyStoreFolder(Map<String, byte[]> entries, UUID id) {
        this.entries = entries;
        this.id = id;
    }

    /**
     * Reads a folder; empty where it holds no key store.
     *
     * @throws KeyStoreRefused where a secret is damaged
     * @throws UncheckedIOException where it can't be read
     */
    public static Optional<KeyStoreFolder> in(Path folder) {
        if (Files.notExists(folder.resolve("id"))) {
            return Optional.empty();
        }
        try {
            Map<String, byte[]> entries = entries(folder);
            String id = new String(entries.getOrDefault("id", new byte[0]), StandardCharsets.US_ASCII).strip();
            return Optional.of(new KeyStoreFolder(entries, UUID.fromString(id)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            throw new KeyStoreRefused("the key store's file id is damaged");
        }
    }

    private static Map<String, byte[]> entries(Path folder) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (KeyFolder.names(name)) {
                    read(file).ifPresent(content -> entries.put(name, whole(name, content)));
                }
            }
        }
        return entries;
    }

    /** What the running server destroys between the list and here is rightly missing. */
    private static Optional<byte[]> read(Path file) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static byte[] whole(String name, byte[] content) {
        if (name.startsWith(EPOCH)) {
            StoredSecret.decoded(name, content).wipe();
        }
        return content;
    }

    /** Names the key store; its database knows it. */
    public UUID id() {
        return id;
    }

    /** The epochs of which copies of the database can still be opened. */
    public SortedSet<Integer> epochs() {
        SortedSet<Integer> epochs = new TreeSet<>();
        entries.keySet().stream()
                .filter(name -> name.startsWith(EPOCH))
                .forEach(name -> epochs.add(Integer.parseInt(name.substring(EPOCH.length()))));
        return epochs;
    }

    /** How many erasures are noted, to be done again in a database that is put back. */
    public long erasures() {
        return entries.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(ErasedFiles.PREFIX))
                .mapToLong(entry -> entry.getValue().length / ErasedFiles.SIZE)
                .sum();
    }

    /**
     * Makes another folder equal to this one: writes what it lacks and destroys what is not here any more, so that a copy never opens
     * more than the key store itself.
     *
     * @throws KeyStoreRefused where it holds another key store
     * @throws UncheckedIOException where it can't be written; what was there before is still there then, or the same as here
     */
    public void copyTo(Path target, SecureRandom random) {
        in(target).filter(there -> !there.id.equals(id)).ifPresent(there -> {
            throw new KeyStoreRefused(target + " holds key store " + there.id + ", this one is " + id
                    + ". Name another folder; nothing was changed.");
        });
        KeyFolder folder = new KeyFolder(target, random);
        for (String name : folder.names()) {
            if (!entries.containsKey(name)) {
                folder.destroy(name);
            }
        }
        entries.forEach((name, content) -> {
            // The id comes last: a folder without it is an unfinished copy.
            if (!name.equals("id")) {
                folder.write(name, content);
            }
        });
        folder.write("id", id.toString().getBytes(StandardCharsets.US_ASCII));
    }

    /** No secret in a log. */
    @Override
    public String toString() {
        return "KeyStoreFolder[" + id + "]";
    }
}
