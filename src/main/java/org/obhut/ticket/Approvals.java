package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.obhut.account.Refused;
import org.obhut.account.Teams;

/** Drafts that wait for their second reader, and what becomes of them. */
@Dependent
class Approvals {

    private final SecondReaders readers;
    private final Drafts drafts;
    private final DraftFiles files;
    private final Replies replies;
    private final Entries entries;
    private final Teams teams;

    @Inject
    Approvals(SecondReaders readers, Drafts drafts, DraftFiles files, Replies replies, Entries entries, Teams teams) {
        this.readers = readers;
        this.drafts = drafts;
        this.files = files;
        this.replies = replies;
        this.entries = entries;
        this.teams = teams;
    }

    Approval of(OpenTicket open) {
        UUID team = open.ticket().team();
        Optional<Drafts.Sealed> own = drafts.find(open, open.person());
        return new Approval(
                readers.needed(team, open.person()),
                readers.mayApprove(open.caller(), team),
                own.filter(draft -> draft.waitsIn(team)).isPresent(),
                own.filter(draft -> !draft.discarded())
                        .map(Drafts.Sealed::returned)
                        .filter(note -> !note.isEmpty())
                        .orElse(null),
                drafts.waiting(open).stream()
                        .filter(person -> !person.equals(open.person()))
                        .map(person -> submitted(open, person))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private Optional<Approval.Submitted> submitted(OpenTicket open, UUID person) {
        return drafts.find(open, person)
                .filter(draft -> draft.at() != null)
                .map(draft -> new Approval.Submitted(
                        person, teams.personName(person), draft.at(), draft.words(), files.of(open, person)));
    }

    /** The caller's draft waits from now on. */
    void submit(OpenTicket open, Status then) {
        Drafts.Sealed draft = drafts.find(open, open.person()).orElseThrow(TicketNotFound::new);
        drafts.put(open, open.person(), draft.submitted(then));
        drafts.waits(open, open.person(), open.ticket().team());
        entries.tell(open, new Happening(Happening.What.SUBMITTED));
    }

    /** The caller's draft waits no more. */
    void takeBack(OpenTicket open) {
        if (drafts.waits(open, open.person(), null)) {
            entries.tell(open, new Happening(Happening.What.SUBMISSION_WITHDRAWN));
        }
    }

    /** Sends what waits, as the second reader has left it. The author stays who wrote it. */
    AcceptedReply approve(OpenTicket open, UUID author, String text, long version, String key) {
        SecondReaders.Clearance clearance = readers.second(open, author);
        Optional<AcceptedReply> before = replies.before(open, key);
        if (before.isPresent()) {
            return before.get();
        }
        Drafts.Sealed draft = waiting(open, author);
        Draft words = draft.words();
        List<UUID> ids = files.of(open, author).stream().map(KeptDraft.File::id).toList();
        var writing = new Writing(
                words.subject(),
                text,
                Boolean.TRUE.equals(words.quote()),
                words.html(),
                files.contents(open, author, ids));
        var reply = new NewReply(
                writing, words.answers(), draft.then(), version, new SendingWish(words.notBefore(), ""), key);
        AcceptedReply accepted = replies.accept(open, reply, author, clearance);
        entries.tell(open, new Happening(Happening.What.APPROVED, teams.personName(author)));
        drafts.remove(open, author);
        if (!words.note().isBlank()) {
            drafts.put(open, author, draft.left());
        }
        return new AcceptedReply(
                accepted.message(), accepted.delivery(), open.ticket().version());
    }

    /** Gives what waits back to its author, with a word. */
    void sendBack(OpenTicket open, UUID author, String note) {
        readers.second(open, author);
        String words = Texts.checked("note", note);
        Drafts.Sealed draft = waiting(open, author);
        drafts.put(open, author, draft.returned(words));
        drafts.waits(open, author, null);
        entries.tell(open, new Happening(Happening.What.SENT_BACK, teams.personName(author)), Map.of("note", words));
    }

    private Drafts.Sealed waiting(OpenTicket open, UUID author) {
        if (open.person().equals(author)) {
            throw new Refused("second reader");
        }
        return drafts.locked(open, author)
                .filter(draft -> draft.waitsIn(open.ticket().team()))
                .orElseThrow(() -> new TicketChanged(open.ticket().version()));
    }
}
