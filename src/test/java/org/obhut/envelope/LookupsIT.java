package org.obhut.envelope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.obhut.envelope.EnvelopeFixture.FILE;
import static org.obhut.envelope.EnvelopeFixture.ITEM;
import static org.obhut.envelope.EnvelopeFixture.OTHER_FILE;
import static org.obhut.envelope.EnvelopeFixture.OTHER_ITEM;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.envelope.BlindIndex.Label;
import org.obhut.envelope.Lookups.Hit;
import org.obhut.platform.PostgreSql;
import org.obhut.platform.Statements;

class LookupsIT {

    private static final UUID MAILBOX = UUID.fromString("88888888-8888-4888-8888-888888888888");
    private static final UUID OTHER_MAILBOX = UUID.fromString("99999999-9999-4999-8999-999999999999");

    private final Statements statements = new Statements(PostgreSql.database());
    private KeyStore keys;
    private Lookups lookups;

    @BeforeEach
    void open(@TempDir Path folder) {
        keys = KeyStoreFixture.keyStore(folder);
        lookups = new Lookups(statements, new BlindIndex(keys));
    }

    @Test
    void findsWhatWasStoredUnderTheSameLabelAndValue() {
        lookups.add(Label.MESSAGE_ID, FILE, ITEM, null, "a@b.example");
        assertEquals(List.of(new Hit(FILE, ITEM, null)), lookups.find(Label.MESSAGE_ID, "a@b.example"));
        assertEquals(List.of(), lookups.find(Label.REPLY_TOKEN, "a@b.example"));
    }

    @Test
    void aMailIsTakenOncePerMailboxAlsoAcrossEpochs() {
        assertTrue(lookups.add(Label.IDENTITY, FILE, ITEM, MAILBOX, "mail"));
        assertFalse(lookups.add(Label.IDENTITY, OTHER_FILE, OTHER_ITEM, MAILBOX, "mail"));
        assertTrue(lookups.add(Label.IDENTITY, OTHER_FILE, OTHER_ITEM, OTHER_MAILBOX, "mail"));
        keys.epochs().make(2);
        keys.enter(2);
        assertFalse(lookups.add(Label.IDENTITY, OTHER_FILE, OTHER_ITEM, MAILBOX, "mail"));
    }

    @Test
    void participantsAreKnownWithinTheirFileOnly() {
        lookups.add(Label.PARTICIPANT, FILE, ITEM, null, "mira@client.example");
        lookups.add(Label.PARTICIPANT, OTHER_FILE, OTHER_ITEM, null, "mira@client.example");
        assertTrue(lookups.has(FILE, Label.PARTICIPANT, "mira@client.example"));
        assertFalse(lookups.has(FILE, Label.PARTICIPANT, "other@client.example"));
        assertEquals(
                List.of(2L),
                statements.list("SELECT count(DISTINCT value) FROM lookup", row -> row.getLong(1)),
                "nobody can see that two files share an address");
        assertThrows(IllegalArgumentException.class, () -> lookups.find(Label.PARTICIPANT, "mira@client.example"));
    }

    @Test
    void aFilesValuesGoWithItExceptIdentities() {
        lookups.add(Label.MESSAGE_ID, FILE, ITEM, null, "a@b.example");
        lookups.add(Label.IDENTITY, FILE, ITEM, MAILBOX, "mail");
        lookups.removeAll(FILE);
        assertEquals(List.of(), lookups.find(Label.MESSAGE_ID, "a@b.example"));
        assertFalse(lookups.add(Label.IDENTITY, FILE, ITEM, MAILBOX, "mail"));
        lookups.remove(Label.IDENTITY, ITEM);
        assertTrue(lookups.add(Label.IDENTITY, FILE, ITEM, MAILBOX, "mail"));
    }
}
