package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.obhut.envelope.BlindIndex;
import org.obhut.envelope.RandomId;

/** What people write that no client ever gets: internal notes. */
@Dependent
class Notes {

    private final Items items;
    private final Entries entries;
    private final OwnDraft draft;
    private final BlindIndex index;
    private final Deadlines deadlines;
    private final SecureRandom random;

    @Inject
    Notes(Items items, Entries entries, OwnDraft draft, BlindIndex index, Deadlines deadlines, SecureRandom random) {
        this.items = items;
        this.entries = entries;
        this.draft = draft;
        this.index = index;
        this.deadlines = deadlines;
        this.random = random;
    }

    UUID add(OpenTicket open, String text, Optional<String> idempotencyKey) {
        String note = Texts.checked("text", text);
        UUID id = idempotencyKey
                .map(key -> index.id("note", open.person().toString(), open.id().toString(), key))
                .orElseGet(() -> RandomId.next(random));
        if (items.find(open.ticket(), id).isEmpty()) {
            entries.add(open, id, ItemBody.note(deadlines.now(), open.person(), note), List.of());
            draft.noted(open);
        }
        return id;
    }

    /** Adds a note that goes along with something else; what stands in the field for notes stays. */
    void along(OpenTicket open, String text) {
        String note = Texts.checked("text", text);
        entries.add(open, RandomId.next(random), ItemBody.note(deadlines.now(), open.person(), note), List.of());
    }
}
