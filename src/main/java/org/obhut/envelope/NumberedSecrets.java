package org.obhut.envelope;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Secrets of the key store that follow each other by number: an epoch's, a day's. Held in memory, wiped when destroyed. */
final class NumberedSecrets {

    private final String kind;
    private final KeyFiles files;
    private final SecureRandom random;
    private final Clock clock;
    private final TreeMap<Integer, StoredSecret> secrets = new TreeMap<>();

    NumberedSecrets(String kind, KeyFiles files, SecureRandom random, Clock clock) {
        this.kind = kind;
        this.files = files;
        this.random = random;
        this.clock = clock;
        String prefix = kind + "-";
        for (String name : files.names()) {
            if (name.startsWith(prefix)) {
                StoredSecret secret =
                        StoredSecret.decoded(name, files.read(name).orElseThrow());
                secrets.put(Integer.parseInt(name.substring(prefix.length())), secret);
            }
        }
    }

    /** The numbers at hand. */
    synchronized NavigableSet<Integer> numbers() {
        return new TreeSet<>(secrets.keySet());
    }

    /** Makes the secret of a number where it does not exist. It is on disk before anything can be sealed under it. */
    synchronized void make(int number) {
        if (!secrets.containsKey(number)) {
            StoredSecret secret = StoredSecret.random(random, clock.instant());
            files.write(name(number), secret.encoded());
            secrets.put(number, secret);
        }
    }

    /** A key derived from a number's secret. @throws EnvelopeException where the secret does not exist or is destroyed */
    synchronized byte[] key(int number, String label) {
        return Hkdf.key(secret(number).bytes(), label);
    }

    synchronized Instant made(int number) {
        return secret(number).made();
    }

    boolean acknowledged(int number) {
        return files.acknowledged(name(number));
    }

    synchronized void destroy(int number) {
        files.destroy(name(number));
        StoredSecret secret = secrets.remove(number);
        if (secret != null) {
            secret.wipe();
        }
    }

    private StoredSecret secret(int number) {
        StoredSecret secret = secrets.get(number);
        if (secret == null) {
            throw new EnvelopeException("the key store has no secret of " + kind + " " + number);
        }
        return secret;
    }

    private String name(int number) {
        return kind + "-" + number;
    }
}
