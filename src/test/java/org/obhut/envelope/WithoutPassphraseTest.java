package org.obhut.envelope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.obhut.envelope.EnvelopeFixture.CLEAR;
import static org.obhut.envelope.EnvelopeFixture.FILE;
import static org.obhut.envelope.EnvelopeFixture.ITEM;
import static org.obhut.envelope.EnvelopeFixture.READER;
import static org.obhut.envelope.EnvelopeFixture.STREAM;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With database and key store but no passphrase: outgoing mails, staged facts and operating secrets open, nothing else does. */
class WithoutPassphraseTest {

    private final FixedRandom random = new FixedRandom("without passphrase");
    private final Root root = Root.random(random);
    private final Root reader = Root.random(random);
    private final byte[] rootBytes = root.withBytes(byte[]::clone);

    @Test
    void exactlyWhatTheServerMustReadByItselfOpens(@TempDir Path folder) {
        KeyStore keys = KeyStoreFixture.keyStore(folder);
        Map<String, byte[]> stored = stored(keys);
        KeyStoreAlone thief = new KeyStoreAlone(keys);

        Set<String> opened = new TreeSet<>();
        stored.forEach((kind, value) -> {
            if (thief.reads(value, CLEAR) || thief.reads(value, rootBytes)) {
                opened.add(kind);
            }
        });

        assertEquals(Set.of("outgoing mail", "setting", "staged fact"), opened);
    }

    /** The test above would also pass with a thief who can't do anything. */
    @Test
    void theThiefPeelsLayerByLayer(@TempDir Path folder) {
        KeyStore keys = KeyStoreFixture.keyStore(folder);
        byte[] inner = new OperatingSecrets(keys, random, Clock.systemUTC()).sealSetting("x", CLEAR);
        byte[] outer =
                Envelope.seal(keys.epochs().key(1, "seals"), 1, Binding.epochSeal(FILE, READER, 1), inner, random);
        assertTrue(new KeyStoreAlone(keys).reads(outer, CLEAR));
    }

    private Map<String, byte[]> stored(KeyStore keys) {
        OperatingSecrets operating =
                new OperatingSecrets(keys, random, Clock.fixed(KeyStoreFixture.NOON, ZoneOffset.UTC));
        Sealer sealer = new Sealer(keys, random);
        Map<String, byte[]> stored = new TreeMap<>();
        stored.put("outgoing mail", operating.sealDispatch(ITEM, CLEAR));
        stored.put("setting", operating.sealSetting("mailbox/1/imap-password", CLEAR));
        stored.put("staged fact", operating.sealFact(CLEAR));
        ItemKey item = SealedFile.appendOnly(FILE, root.sealingKey(), random).newItem(ITEM);
        stored.put("wrap", item.wrap());
        stored.put(
                "settled wrap",
                SealedFile.open(FILE, root, random).item(ITEM, item.wrap()).settledWrap());
        for (Part part : Part.values()) {
            stored.put("part " + part, item.seal(part, CLEAR));
        }
        stored.put("segment", item.sealSegment(Part.ATTACHMENT, STREAM, 0, true, CLEAR));
        Seal seal = sealer.seal(root, FILE, new ReaderKey(READER, reader.sealingKey()));
        stored.put("seal", seal.sealed());
        stored.put("settled seal", sealer.settled(seal, reader).orElseThrow().sealed());
        byte[] passphraseKey = new byte[32];
        random.nextBytes(passphraseKey);
        stored.put("person's root", PassphraseSeal.seal(READER, passphraseKey, root, random));
        return stored;
    }
}
