package org.obhut.envelope;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.obhut.envelope.EnvelopeFixture.CLEAR;
import static org.obhut.envelope.EnvelopeFixture.FILE;
import static org.obhut.envelope.EnvelopeFixture.ITEM;
import static org.obhut.envelope.EnvelopeFixture.READER;
import static org.obhut.envelope.EnvelopeFixture.STREAM;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.envelope.BlindIndex.Label;

/**
 * Version 1 of everything stored, byte by byte. A change that fails here makes stored tickets unreadable: it needs a new
 * version or suite beside the old one, never new vectors for this one.
 */
class FormatTest {

    private static final HexFormat HEX = HexFormat.of();

    private final FixedRandom random = new FixedRandom("format");
    private final Root root = Root.random(random);
    private final Root reader = Root.random(random);
    private final byte[] passphraseKey = new byte[32];
    private KeyStore keys;
    private Sealer sealer;
    private BlindIndex index;
    private OperatingSecrets operating;

    @BeforeEach
    void open(@TempDir Path folder) {
        keys = KeyStoreFixture.keyStore(folder);
        sealer = new Sealer(keys, random);
        index = new BlindIndex(keys);
        operating = new OperatingSecrets(keys, random, Clock.fixed(KeyStoreFixture.NOON, ZoneOffset.UTC));
    }

    @Test
    void whatIsWrittenStaysTheSame() throws IOException {
        assertEquals(lines(stored()), lines(written()));
    }

    @Test
    void whatWasWrittenStaysReadable() throws IOException {
        Map<String, byte[]> stored = stored();
        SealedFile file = SealedFile.open(FILE, root, random);
        for (String wrap : new String[] {"wrap-x-wing", "wrap-symmetric"}) {
            ItemKey item = file.item(ITEM, stored.get(wrap));
            for (Part part : Part.values()) {
                String name = wrap + "/" + part;
                assertArrayEquals(CLEAR, item.open(part, stored.get(name)), name);
            }
            assertArrayEquals(
                    CLEAR, item.openSegment(Part.ATTACHMENT, STREAM, 0, false, stored.get(wrap + "/segment-0")));
            assertArrayEquals(
                    CLEAR, item.openSegment(Part.ATTACHMENT, STREAM, 1, true, stored.get(wrap + "/segment-1-last")));
        }
        for (String seal : new String[] {"seal-x-wing", "seal-symmetric"}) {
            Root opened = sealer.open(new Seal(FILE, READER, 1, stored.get(seal)), reader);
            assertEquals(root.sealingKey(), opened.sealingKey(), seal);
        }
        Root person = PassphraseSeal.open(READER, passphraseKey, stored.get("person-root"));
        assertEquals(root.sealingKey(), person.sealingKey());
        assertArrayEquals(CLEAR, operating.openSetting("mailbox/1/imap-password", stored.get("setting")));
        keys.dispatch().make(operating.today());
        assertArrayEquals(CLEAR, operating.openDispatch(ITEM, stored.get("dispatch")));
        assertArrayEquals(CLEAR, operating.openFact(stored.get("fact")));
        assertEquals(
                KeyStoreFixture.NOON,
                StoredSecret.decoded("epoch-1", stored.get("stored-secret")).made());
    }

    private Map<String, byte[]> written() {
        Map<String, byte[]> written = new TreeMap<>();
        written.put("fingerprint", HEX.parseHex(root.sealingKey().fingerprint().hex()));
        written.put("authentication", root.authenticate("roster", CLEAR));
        SealedFile file = SealedFile.open(FILE, root, random);
        put(written, "wrap-symmetric", file.newItem(ITEM));
        put(
                written,
                "wrap-x-wing",
                SealedFile.appendOnly(FILE, root.sealingKey(), random).newItem(ITEM));
        Seal seal = sealer.seal(root, FILE, new ReaderKey(READER, reader.sealingKey()));
        written.put("seal-x-wing", seal.sealed());
        written.put("seal-symmetric", sealer.settled(seal, reader).orElseThrow().sealed());
        written.put("person-root", PassphraseSeal.seal(READER, passphraseKey, root, random));
        written.put("setting", operating.sealSetting("mailbox/1/imap-password", CLEAR));
        written.put("dispatch", operating.sealDispatch(ITEM, CLEAR));
        written.put("fact", operating.sealFact(CLEAR));
        for (Label label : Label.values()) {
            written.put("lookup/" + label, index.value(label, "a", "b").bytes());
        }
        written.put("id", index.id("a", "b").toString().getBytes(StandardCharsets.US_ASCII));
        written.put(
                "stored-secret",
                StoredSecret.random(random, KeyStoreFixture.NOON).encoded());
        return written;
    }

    private static void put(Map<String, byte[]> written, String name, ItemKey item) {
        written.put(name, item.wrap());
        for (Part part : Part.values()) {
            written.put(name + "/" + part, item.seal(part, CLEAR));
        }
        written.put(name + "/segment-0", item.sealSegment(Part.ATTACHMENT, STREAM, 0, false, CLEAR));
        written.put(name + "/segment-1-last", item.sealSegment(Part.ATTACHMENT, STREAM, 1, true, CLEAR));
    }

    private static Map<String, byte[]> stored() throws IOException {
        try (InputStream in = FormatTest.class.getResourceAsStream("format-1.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .map(line -> line.split(" = "))
                    .collect(Collectors.toMap(line -> line[0], line -> HEX.parseHex(line[1])));
        }
    }

    private static String lines(Map<String, byte[]> vectors) {
        return new TreeMap<>(vectors)
                .entrySet().stream()
                        .map(vector -> vector.getKey() + " = " + HEX.formatHex(vector.getValue()))
                        .collect(Collectors.joining("\n"));
    }
}
