package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.outbox.Outbox;
import org.obhut.platform.InvalidInput;
import org.obhut.platform.TooLarge;

/** What becomes of a person's draft in a ticket while they write in one window or several. */
@Dependent
class OwnDraft {

    private static final int MOST_FILES = 20;

    /**
     * What keeping a draft has changed.
     *
     * @param revision null where there is no draft now
     * @param appeared whether there is one now and was none, or the other way round
     */
    record Change(@Nullable UUID revision, boolean appeared) {}

    private final Drafts drafts;
    private final DraftFiles files;
    private final Outbox outbox;

    @Inject
    OwnDraft(Drafts drafts, DraftFiles files, Outbox outbox) {
        this.drafts = drafts;
        this.files = files;
        this.outbox = outbox;
    }

    /** @throws DraftElsewhere where another window wrote on it meanwhile */
    Change keep(OpenTicket open, Draft words, DraftOrigin origin, List<AttachmentContent> added) {
        Draft checked = words.checked();
        Optional<Drafts.Sealed> there = drafts.locked(open, open.person());
        Optional<Drafts.Sealed> before = there.filter(draft -> !draft.discarded());
        @Nullable UUID revision = before.map(Drafts.Sealed::revision).orElse(null);
        boolean mine = before.filter(draft -> origin.sameWindow(draft.origin())).isPresent();
        if (mine && !origin.follows(before.orElseThrow().origin())) {
            return new Change(revision, false);
        }
        Optional<Drafts.Sealed> waiting =
                before.filter(draft -> draft.waitsIn(open.ticket().team()));
        if (waiting.isPresent()) {
            return new Change(noting(open, waiting.get(), checked), false);
        }
        if (!mine && !Objects.equals(revision, origin.base())) {
            throw new DraftElsewhere(revision);
        }
        if (there.isPresent() && before.isEmpty()) {
            drafts.remove(open, open.person());
        }
        String returned = before.map(Drafts.Sealed::returned).orElse("");
        return keep(open, checked, origin, added, before.isPresent(), returned);
    }

    /** Of a draft that waits for its second reader only the note is written on. */
    private UUID noting(OpenTicket open, Drafts.Sealed waiting, Draft words) {
        if (!words.text().isEmpty() && !words.text().equals(waiting.words().text())) {
            throw new DraftElsewhere(waiting.revision());
        }
        return drafts.put(open, open.person(), waiting.with(waiting.words().noting(words.note())));
    }

    private Change keep(
            OpenTicket open,
            Draft words,
            DraftOrigin origin,
            List<AttachmentContent> added,
            boolean before,
            String returned) {
        if (words.isEmpty() && added.isEmpty() && files.of(open, open.person()).isEmpty()) {
            drafts.remove(open, open.person());
            return new Change(null, before);
        }
        UUID revision = drafts.save(open, words, origin, returned);
        if (!added.isEmpty()) {
            add(open, OutgoingFiles.named("attachments", added));
        }
        return new Change(revision, !before);
    }

    private void add(OpenTicket open, List<AttachmentContent> added) {
        List<KeptDraft.File> kept = files.of(open, open.person());
        if (kept.size() + added.size() > MOST_FILES) {
            throw new InvalidInput("attachments", "too-many");
        }
        long size = kept.stream().mapToLong(KeptDraft.File::size).sum()
                + added.stream().mapToLong(file -> file.bytes().length).sum();
        Optional<Long> limit = open.ticket().mailbox().map(mailbox ->
                (long) outbox.terms(mailbox, open.ticket().language()).attachmentBytes());
        if (limit.filter(most -> size > most).isPresent()) {
            throw new TooLarge("attachments", size, limit.get());
        }
        added.forEach(file -> files.add(open, open.person(), file));
    }

    KeptDraft of(OpenTicket open) {
        return drafts.of(open);
    }

    void detach(OpenTicket open, UUID file) {
        files.remove(open, open.person(), List.of(file));
        drafts.locked(open, open.person())
                .filter(draft ->
                        draft.words().isEmpty() && files.of(open, open.person()).isEmpty())
                .ifPresent(empty -> drafts.remove(open, open.person()));
    }

    boolean discarded(OpenTicket open, boolean discarded) {
        return drafts.discarded(open, discarded);
    }

    List<AttachmentContent> contents(OpenTicket open, List<UUID> wanted) {
        return wanted.isEmpty() ? List.of() : files.contents(open, open.person(), wanted);
    }

    /** The reply has gone: its words and files go from the draft, a note that is not saved stays, and so does what another window wrote. */
    void sent(OpenTicket open, @Nullable UUID base, List<UUID> sentFiles) {
        files.remove(open, open.person(), sentFiles);
        drafts.locked(open, open.person())
                .filter(draft -> !draft.discarded() && draft.revision().equals(base))
                .ifPresent(draft -> put(open, draft.left()));
    }

    /** The note is saved. */
    void noted(OpenTicket open) {
        drafts.locked(open, open.person())
                .filter(draft -> !draft.discarded() && !draft.words().note().isEmpty())
                .ifPresent(draft -> put(open, draft.with(draft.words().noting(""))));
    }

    /** The reply that a program sent takes the draft's place. */
    void replied(OpenTicket open) {
        drafts.locked(open, open.person()).filter(draft -> !draft.discarded()).ifPresent(draft -> {
            files.remove(
                    open,
                    open.person(),
                    files.of(open, open.person()).stream()
                            .map(KeptDraft.File::id)
                            .toList());
            put(open, draft.left());
        });
    }

    /** A mail was taken back: its words and files are the draft again, above what was begun meanwhile. */
    void returned(OpenTicket open, Draft reply, List<AttachmentContent> sentFiles) {
        Optional<Drafts.Sealed> there = drafts.locked(open, open.person());
        Optional<Drafts.Sealed> before = there.filter(draft -> !draft.discarded());
        if (there.isPresent() && before.isEmpty()) {
            drafts.remove(open, open.person());
        }
        Draft words = before.map(draft ->
                        draft.words().replying(reply.above(draft.words().text())))
                .orElse(reply);
        drafts.save(open, words, DraftOrigin.page(null), "");
        sentFiles.forEach(file -> files.add(open, open.person(), file));
    }

    private void put(OpenTicket open, Drafts.Sealed draft) {
        if (draft.words().isEmpty() && files.of(open, open.person()).isEmpty()) {
            drafts.remove(open, open.person());
        } else {
            drafts.put(open, open.person(), draft);
        }
    }
}
