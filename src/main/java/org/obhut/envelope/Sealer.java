package org.obhut.envelope;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Makes, opens, settles and advances seals; the only class that applies the epoch layer. */
@ApplicationScoped
public class Sealer {

    private static final String SEALS = "seals";

    private final KeyStore keys;
    private final SecureRandom random;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected Sealer() {
        this.keys = null;
        this.random = null;
    }

    @Inject
    public Sealer(KeyStore keys, SecureRandom random) {
        this.keys = keys;
        this.random = random;
    }

    /** Seals a root to a reader by HPKE and under the current epoch. */
    public Seal seal(Root root, UUID file, ReaderKey reader) {
        Binding binding = Binding.seal(file, reader.reader());
        byte[] inner = root.withBytes(bytes -> Hpke.seal(reader.key(), binding, bytes, random));
        return outer(file, reader.reader(), inner);
    }

    /** Opens a seal with the reader's own root. @throws EnvelopeException where it was swapped, cut, altered or its epoch is gone */
    public Root open(Seal seal, Root readerRoot) {
        Binding binding = Binding.seal(seal.file(), seal.reader());
        byte[] inner = inner(seal);
        Function<byte[], byte[]> byHpke = seed -> Hpke.open(seed, binding, inner);
        Function<byte[], byte[]> byKey = key -> Envelope.open(key, binding, inner);
        return switch (Envelope.suite(inner, binding)) {
            case HPKE_X_WING -> Root.of(readerRoot.withSeed(byHpke), binding);
            case AES_256_GCM -> Root.of(readerRoot.withKey(SEALS, byKey), binding);
        };
    }

    /** The same seal with its HPKE layer replaced by a symmetric one; empty where it is settled already. */
    public Optional<Seal> settled(Seal seal, Root readerRoot) {
        Binding binding = Binding.seal(seal.file(), seal.reader());
        if (Envelope.suite(inner(seal), binding) == Suite.AES_256_GCM) {
            return Optional.empty();
        }
        try (Root root = open(seal, readerRoot)) {
            return Optional.of(settled(root, seal.file(), seal.reader(), readerRoot));
        }
    }

    /** Seals a root to a reader whose own root is at hand: settled from the first. */
    Seal settled(Root root, UUID file, UUID reader, Root readerRoot) {
        Binding binding = Binding.seal(file, reader);
        byte[] inner = root.withBytes(
                bytes -> readerRoot.withKey(SEALS, key -> Envelope.seal(key, 0, binding, bytes, random)));
        return outer(file, reader, inner);
    }

    /** The same seal under the current epoch; no reader's key is needed. */
    public Seal advanced(Seal seal) {
        return outer(seal.file(), seal.reader(), inner(seal));
    }

    private Seal outer(UUID file, UUID reader, byte[] inner) {
        int epoch = keys.currentEpoch();
        Binding binding = Binding.epochSeal(file, reader, epoch);
        byte[] key = keys.epochs().key(epoch, SEALS);
        try {
            return new Seal(file, reader, epoch, Envelope.seal(key, epoch, binding, inner, random));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private byte[] inner(Seal seal) {
        byte[] key = keys.epochs().key(seal.epoch(), SEALS);
        try {
            return Envelope.open(key, Binding.epochSeal(seal.file(), seal.reader(), seal.epoch()), seal.sealed());
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }
}
