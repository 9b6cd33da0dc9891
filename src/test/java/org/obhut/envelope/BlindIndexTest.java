package org.obhut.envelope;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.envelope.BlindIndex.Label;
import org.obhut.envelope.BlindIndex.Value;

class BlindIndexTest {

    private KeyStore keys;
    private BlindIndex index;

    @BeforeEach
    void open(@TempDir Path folder) {
        keys = KeyStoreFixture.keyStore(folder);
        index = new BlindIndex(keys);
    }

    @Test
    void equalValuesMeetAndOthersDoNot() {
        Value value = index.value(Label.MESSAGE_ID, "a@b.example");
        assertEquals(16, value.bytes().length);
        assertArrayEquals(
                value.bytes(), index.value(Label.MESSAGE_ID, "a@b.example").bytes());
        assertFalse(Arrays.equals(
                value.bytes(), index.value(Label.MESSAGE_ID, "a@c.example").bytes()));
        assertFalse(Arrays.equals(
                value.bytes(), index.value(Label.REPLY_TOKEN, "a@b.example").bytes()));
        assertFalse(Arrays.equals(
                index.value(Label.PARTICIPANT, "ab", "c").bytes(),
                index.value(Label.PARTICIPANT, "a", "bc").bytes()));
    }

    @Test
    void anAdvancedValueIsTheOneMadeUnderTheNewEpoch() {
        Value old = index.value(Label.IDENTITY, "x");
        keys.epochs().make(2);
        keys.enter(2);

        Value advanced = index.advanced(old);

        assertEquals(2, advanced.epoch());
        assertFalse(Arrays.equals(old.bytes(), advanced.bytes()));
        assertArrayEquals(index.value(Label.IDENTITY, "x").bytes(), advanced.bytes());
    }

    @Test
    void searchesUnderEveryEpochNewestFirst() {
        Value old = index.value(Label.IDENTITY, "x");
        keys.epochs().make(2);

        List<Value> candidates = index.candidates(Label.IDENTITY, "x");

        assertEquals(List.of(2, 1), candidates.stream().map(Value::epoch).toList());
        assertArrayEquals(old.bytes(), candidates.get(1).bytes());
    }

    @Test
    void aDestroyedEpochsValuesAreLost() {
        Value old = index.value(Label.IDENTITY, "x");
        keys.epochs().make(2);
        keys.enter(2);
        keys.epochs().destroy(1);
        assertThrows(EnvelopeException.class, () -> index.advanced(old));
    }

    @Test
    void aRequestThatComesTwiceHasOneId() {
        UUID id = index.id("anna", "key-1");
        assertEquals(id, index.id("anna", "key-1"));
        assertNotEquals(id, index.id("bela", "key-1"));
        assertEquals(4, id.version());
        assertEquals(2, id.variant());
    }
}
