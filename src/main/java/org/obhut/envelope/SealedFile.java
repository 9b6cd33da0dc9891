package org.obhut.envelope;

import java.security.SecureRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One sealed file as a writer or reader sees it. Made with the root it reads and writes symmetrically; made with the public
 * key alone it can only add items, each of whose content keys is sealed by HPKE.
 */
public final class SealedFile {

    private static final String ITEM_KEYS = "item keys";

    private final UUID file;
    private final @Nullable Root root;
    private final @Nullable SealingKey key;
    private final SecureRandom random;

    private SealedFile(UUID file, @Nullable Root root, @Nullable SealingKey key, SecureRandom random) {
        this.file = file;
        this.root = root;
        this.key = key;
        this.random = random;
    }

    /** A file whose root is at hand. The root stays the caller's to close. */
    public static SealedFile open(UUID file, Root root, SecureRandom random) {
        return new SealedFile(file, root, null, random);
    }

    /** A file into which items can be put but nothing read. */
    public static SealedFile appendOnly(UUID file, SealingKey key, SecureRandom random) {
        return new SealedFile(file, null, key, random);
    }

    public ItemKey newItem(UUID item) {
        byte[] content = new byte[ItemKey.LENGTH];
        random.nextBytes(content);
        byte[] wrap = key == null ? wrap(item, content) : Hpke.seal(key, Binding.itemKey(file, item), content, random);
        return new ItemKey(this, item, content, wrap);
    }

    /**
     * Opens an item's content key from its stored wrap.
     *
     * @throws EnvelopeException where the wrap is not of this file and item, or the root is not at hand
     */
    public ItemKey item(UUID item, byte[] wrap) {
        Binding binding = Binding.itemKey(file, item);
        Root held = root();
        byte[] content =
                switch (Envelope.suite(wrap, binding)) {
                    case HPKE_X_WING -> held.withSeed(seed -> Hpke.open(seed, binding, wrap));
                    case AES_256_GCM -> held.withKey(ITEM_KEYS, k -> Envelope.open(k, binding, wrap));
                };
        if (content.length != ItemKey.LENGTH) {
            throw new EnvelopeException(binding.words() + " holds no key");
        }
        return new ItemKey(this, item, content, wrap);
    }

    /** Wraps a content key under the file's symmetric key. */
    byte[] wrap(UUID item, byte[] content) {
        return root().withKey(ITEM_KEYS, k -> Envelope.seal(k, 0, Binding.itemKey(file, item), content, random));
    }

    UUID file() {
        return file;
    }

    SecureRandom random() {
        return random;
    }

    private Root root() {
        if (root == null) {
            throw new EnvelopeException("file " + file + " is open for adding only");
        }
        return root;
    }
}
