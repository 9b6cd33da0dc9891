package org.obhut.console;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.account.Refused;
import org.obhut.account.Teams;
import org.obhut.call.CallDraft;
import org.obhut.call.CallDrafts;
import org.obhut.call.CallUndo;
import org.obhut.codelist.CodeLists;
import org.obhut.directory.Directory;
import org.obhut.directory.DirectorySearch;
import org.obhut.platform.InvalidInput;

/** Puts the form for a call together: a new one, one that was interrupted, one that was refused. */
@Dependent
public class CallPages {

    private final CallDrafts drafts;
    private final CallUndo undo;
    private final RecentRegions regions;
    private final Directory directory;
    private final CodeLists lists;
    private final Teams teams;
    private final Clock clock;

    @Inject
    public CallPages(
            CallDrafts drafts,
            CallUndo undo,
            RecentRegions regions,
            Directory directory,
            CodeLists lists,
            Teams teams,
            Clock clock) {
        this.drafts = drafts;
        this.undo = undo;
        this.regions = regions;
        this.directory = directory;
        this.lists = lists;
        this.teams = teams;
        this.clock = clock;
    }

    /** @throws Refused where the caller is in no team */
    static void requireMember(Caller caller) {
        if (!caller.counsellor()) {
            throw new Refused("member of a team");
        }
    }

    /** @throws Refused where the caller is in no team */
    void requireCounsellor(Caller caller) {
        requireMember(caller);
    }

    /** A call that begins now. */
    CallPage begun(Caller caller, @Nullable String ticket) {
        CallDraft fresh = drafts.fresh();
        return page(caller, CallForm.empty(ticket), fresh.id(), fresh.began(), null);
    }

    /** A call that goes on. */
    CallPage resumed(Caller caller, CallDraft draft) {
        return page(caller, CallForm.of(draft), draft.id(), draft.began(), null);
    }

    /** As it was sent, with what is wrong. */
    CallPage refused(Caller caller, CallForm form, InvalidInput wrong) {
        UUID draft = form.draftId();
        return page(caller, form, draft == null ? drafts.fresh().id() : draft, began(form), wrong);
    }

    /** What is given back where this call is taken back: what was sent, and for one that a single key has logged what was kept before. */
    CallDraft logged(Caller caller, CallForm form) {
        try {
            return form.logged();
        } catch (InvalidInput oneKey) {
            CallDraft fresh = drafts.fresh();
            UUID begun = form.draftId();
            UUID id = begun == null ? fresh.id() : begun;
            return drafts.find(caller, id)
                    .orElseGet(() -> new CallDraft(
                            id, fresh.began(), 0, CallForm.empty(null).fields()));
        }
    }

    private Instant began(CallForm form) {
        try {
            return Instant.parse(form.value("began"));
        } catch (DateTimeException e) {
            return clock.instant();
        }
    }

    private CallPage page(Caller caller, CallForm form, UUID draft, Instant began, @Nullable InvalidInput wrong) {
        List<CallPage.Place> places = directory.search(caller, DirectorySearch.EVERYTHING).stream()
                .map(entry -> new CallPage.Place(
                        entry.organisation().name(), entry.organisation().town()))
                .toList();
        return new CallPage(
                lists,
                form,
                caller.counsels().stream().map(teams::name).sorted().toList(),
                new CallPage.Running(draft, began, Duration.between(began, clock.instant())),
                drafts.all(caller).stream()
                        .filter(other -> !other.id().equals(draft))
                        .toList(),
                undo.all(caller),
                regions.of(caller.person()),
                places,
                wrong == null ? null : wrong.field(),
                wrong == null ? null : wrong.reason());
    }
}
