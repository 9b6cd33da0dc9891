package org.obhut.envelope;

import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The key store's folder and its copy. The folder decides; the copy follows at once or, where it was away, at the next
 * {@link #reconcile()}.
 */
final class KeyFiles {

    private static final System.Logger LOG = System.getLogger(KeyFiles.class.getName());

    private final KeyFolder folder;
    private final Optional<KeyFolder> copy;

    KeyFiles(KeyFolder folder, Optional<KeyFolder> copy) {
        this.folder = folder;
        this.copy = copy;
    }

    Optional<byte[]> read(String name) {
        return folder.read(name);
    }

    List<String> names() {
        return folder.names();
    }

    void write(String name, byte[] content) {
        folder.write(name, content);
        inCopy(held -> held.write(name, content));
    }

    /** @param size of each piece of the entry, in bytes */
    void append(String name, byte[] content, int size) {
        folder.append(name, content, size);
        inCopy(held -> held.append(name, content, size));
    }

    void destroy(String name) {
        folder.destroy(name);
        inCopy(held -> held.destroy(name));
    }

    /** Whether folder and copy both give the same bytes when read back. */
    boolean acknowledged(String name) {
        Optional<byte[]> here = folder.read(name);
        if (here.isEmpty()) {
            return false;
        }
        try {
            return copy.isEmpty()
                    || copy.get()
                            .read(name)
                            .filter(b -> Arrays.equals(b, here.get()))
                            .isPresent();
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** Brings a copy that was away to the folder's state: writes what it lacks and destroys what it should not have any more. */
    void reconcile() {
        inCopy(held -> {
            List<String> names = folder.names();
            for (String name : held.names()) {
                if (!names.contains(name)) {
                    held.destroy(name);
                }
            }
            for (String name : names) {
                if (!acknowledged(name)) {
                    folder.read(name).ifPresent(content -> held.write(name, content));
                }
            }
        });
    }

    private void inCopy(Consumer<KeyFolder> step) {
        copy.ifPresent(held -> {
            try {
                step.accept(held);
            } catch (UncheckedIOException e) {
                LOG.log(
                        System.Logger.Level.ERROR,
                        "ALARM: the copy of the key store can''t be written ({0}); no new epoch begins until it can",
                        e.getCause().getClass().getName());
            }
        });
    }
}
