package org.obhut.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConversationTest {

    private static final Set<String> PEOPLE = Set.of("anna", "bela", "leyla", "ion");
    private static final Set<String> MAILBOXES = Set.of("beratung@obhut.example", "consiliere@obhut.example");

    @Test
    void readsHeadFieldsAndText() {
        Conversation conversation = Conversation.parse("""
                mailbox: beratung@obhut.example
                client: Mira <mira@client.example>

                == client auto
                Subject: Guten Tag: eine Frage

                Erste Zeile.

                == note anna
                Merken: nichts per Post.
                """);

        assertEquals("Mira <mira@client.example>", conversation.head().get("client"));
        assertEquals(
                List.of(
                        new Conversation.Entry(
                                List.of("client", "auto"), Map.of("Subject", "Guten Tag: eine Frage"), "Erste Zeile."),
                        new Conversation.Entry(List.of("note", "anna"), Map.of(), "Merken: nichts per Post.")),
                conversation.entries());
    }

    @Test
    void everySampleCanBePlayedByInventedPeople() throws IOException {
        Set<String> clients = new HashSet<>();
        List<Conversation> samples = Conversation.all();

        assertTrue(samples.size() >= 12);
        for (Conversation sample : samples) {
            assertTrue(MAILBOXES.contains(sample.head().get("mailbox")));
            String client = sample.head().get("client");
            assertTrue(client == null || client.endsWith("@client.example>") && clients.add(client), client);
            assertFalse(sample.entries().isEmpty());
            sample.entries().forEach(entry -> assertPlayable(entry, client != null));
        }
    }

    private static void assertPlayable(Conversation.Entry entry, boolean hasClient) {
        switch (entry.kind()) {
            case "client" ->
                assertTrue(hasClient
                        && entry.fields().containsKey("Subject")
                        && !entry.text().isEmpty());
            case "reply", "note" ->
                assertTrue(PEOPLE.contains(entry.person()) && !entry.text().isEmpty());
            case "call" ->
                assertTrue(PEOPLE.contains(entry.person()) && entry.fields().containsKey("kind"));
            default ->
                assertTrue(Set.of("assign", "status").contains(entry.kind())
                        && PEOPLE.contains(entry.person())
                        && entry.words().size() == 3);
        }
    }
}
