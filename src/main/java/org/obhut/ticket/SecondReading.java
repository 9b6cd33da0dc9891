package org.obhut.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.obhut.account.Caller;
import org.obhut.account.Refused;
import org.obhut.account.Teams;
import org.obhut.platform.InvalidInput;

/** Replies that somebody else reads before they go out. A boundary like {@link Desk}, with the same rules. */
@ApplicationScoped
@Transactional
public class SecondReading {

    /**
     * Whose replies need a second reader in a team.
     *
     * @param trainees sign-in names
     */
    public record Rule(boolean everyone, List<String> trainees) {}

    private final TicketAccess access;
    private final OwnDraft draft;
    private final Approvals approvals;
    private final SecondReaders readers;
    private final Teams teams;
    private final DeskNotice notice;

    @Inject
    SecondReading(
            TicketAccess access,
            OwnDraft draft,
            Approvals approvals,
            SecondReaders readers,
            Teams teams,
            DeskNotice notice) {
        this.access = access;
        this.draft = draft;
        this.approvals = approvals;
        this.readers = readers;
        this.teams = teams;
        this.notice = notice;
    }

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected SecondReading() {
        this(null, null, null, null, null, null);
    }

    /**
     * Keeps the caller's reply and lets it wait for a second reader. Who may read the ticket is told, without content.
     *
     * @param then where the ticket is to stand once the reply is sent
     * @throws DraftElsewhere where another window wrote on the draft meanwhile
     * @throws InvalidInput naming the field
     */
    public void submit(
            Caller caller, UUID ticket, Draft words, DraftOrigin origin, List<AttachmentContent> files, Status then) {
        Placeholders.filled("text", words.text());
        words.notBefore();
        try (OpenTicket open = access.forChange(caller, ticket)) {
            draft.keep(open, words, origin, files);
            if (words.text().isBlank() && draft.of(open).files().isEmpty()) {
                throw new InvalidInput("text", "required");
            }
            approvals.submit(open, then);
            notice.tell(ticket);
            notice.asks(open.ticket(), caller.person());
        }
    }

    /** Makes what waits the caller's draft again. */
    public void takeBack(Caller caller, UUID ticket) {
        try (OpenTicket open = access.forChange(caller, ticket)) {
            approvals.takeBack(open);
            notice.tell(ticket);
        }
    }

    /**
     * Sends what {@code author} wrote, with the words as the second reader leaves them.
     *
     * @param key makes a second request the same as the first
     * @throws Refused where the caller wrote it or is learning in this team
     * @throws TicketChanged where it waits no more, or more came in since {@code version}
     */
    public AcceptedReply approve(Caller caller, UUID ticket, UUID author, String text, long version, String key) {
        try (OpenTicket open = access.forChange(caller, ticket)) {
            AcceptedReply accepted = approvals.approve(open, author, text, version, key);
            notice.tell(ticket, Set.of(author));
            return accepted;
        }
    }

    /**
     * Gives what waits back to its author.
     *
     * @param note why, 1 to 100,000 characters
     * @throws Refused where the caller wrote it or is learning in this team
     * @throws TicketChanged where it waits no more
     */
    public void sendBack(Caller caller, UUID ticket, UUID author, String note) {
        try (OpenTicket open = access.forChange(caller, ticket)) {
            approvals.sendBack(open, author, note);
            notice.tell(ticket, Set.of(author));
        }
    }

    /** Whose replies need a second reader in a team of the caller's. @throws Refused where the caller is not in it */
    public Rule rule(Caller caller, UUID team) {
        if (!caller.counsels().contains(team)) {
            throw new Refused("member of the team");
        }
        return new Rule(
                readers.everyone(team),
                readers.trainees(team).stream().map(teams::personName).toList());
    }

    /** Sets whether all replies of a team need a second reader. @throws Refused where the caller does not lead it */
    public void everyone(Caller caller, UUID team, boolean needed) {
        refuseMembers(caller, team);
        readers.everyone(team, needed);
    }

    /**
     * Sets whether a member's replies do.
     *
     * @throws Refused where the caller does not lead the team, or speaks of themselves
     * @throws InvalidInput where the person is no member
     */
    public void trainee(Caller caller, UUID team, UUID person, boolean learning) {
        refuseMembers(caller, team);
        if (caller.person().equals(person)) {
            throw new Refused("another lead");
        }
        if (teams.roster(caller, team).values().stream()
                .noneMatch(member -> member.reader().equals(person))) {
            throw new InvalidInput("person", "unknown-value");
        }
        readers.trainee(team, person, learning);
    }

    private static void refuseMembers(Caller caller, UUID team) {
        if (!caller.leadOf(team)) {
            throw new Refused("lead of the team");
        }
    }
}
