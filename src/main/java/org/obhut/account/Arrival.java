package org.obhut.account;

import org.jspecify.annotations.Nullable;
import org.obhut.platform.Secret;

/**
 * What somebody fills in who comes by a one-time link.
 *
 * @param language of the console, BCP 47
 * @param passphrase is wiped by whoever this is given to
 * @param device null where they set up none
 * @param passkey null where they add none
 */
public record Arrival(
        String language,
        Secret<char[]> passphrase,
        @Nullable Device device,
        @Nullable NewPasskey passkey) implements AutoCloseable {

    /**
     * An app that makes one-time codes.
     *
     * @param secret as {@link SecondFactors#proposed} told it
     * @param code that the app shows
     */
    public record Device(String secret, String code) {}

    public Arrival(String language, char[] passphrase, @Nullable Device device, @Nullable NewPasskey passkey) {
        this(language, Secret.of(passphrase), device, passkey);
    }

    public Arrival(String language, char[] passphrase, @Nullable Device device) {
        this(language, passphrase, device, null);
    }

    @Override
    public void close() {
        passphrase.close();
    }
}
