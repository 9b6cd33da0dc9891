package org.obhut.envelope;

import java.security.SecureRandom;
import java.util.UUID;

/** A person's root under the key that comes of the passphrase. A change of passphrase seals the root anew and nothing else. */
public final class PassphraseSeal {

    private PassphraseSeal() {}

    /** @param key 32 bytes that come of passphrase and pepper; stays the caller's to wipe */
    public static byte[] seal(UUID person, byte[] key, Root root, SecureRandom random) {
        Binding binding = Binding.personRoot(person);
        return root.withBytes(bytes -> Envelope.seal(key, 0, binding, bytes, random));
    }

    /** @throws EnvelopeException where the key or the person is another, or the seal was cut or altered */
    public static Root open(UUID person, byte[] key, byte[] sealed) {
        Binding binding = Binding.personRoot(person);
        return Root.of(Envelope.open(key, binding, sealed), binding);
    }
}
