package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.envelope.BlindIndex;
import org.obhut.envelope.RandomId;

/** What people write that no client ever gets: internal notes, and texts not sent yet. */
@Dependent
class Notes {

    private final Items items;
    private final Entries entries;
    private final Drafts drafts;
    private final BlindIndex index;
    private final Deadlines deadlines;
    private final SecureRandom random;

    @Inject
    Notes(Items items, Entries entries, Drafts drafts, BlindIndex index, Deadlines deadlines, SecureRandom random) {
        this.items = items;
        this.entries = entries;
        this.drafts = drafts;
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
        }
        return id;
    }

    /** Keeps an unsent text or discards an empty one. True where there is a draft now and was none, or the other way round. */
    boolean draft(OpenTicket open, Draft draft) {
        String text = Texts.checkedLength("text", draft.text());
        @Nullable String subject = Texts.subject("subject", draft.subject());
        var kept = new Draft(
                text,
                subject == null ? "" : subject,
                draft.quote(),
                draft.html(),
                draft.day(),
                draft.time(),
                draft.answers());
        return kept.isEmpty() ? drafts.discard(open) : drafts.save(open, kept);
    }

    void discardDraft(OpenTicket open) {
        drafts.discard(open);
    }
}
