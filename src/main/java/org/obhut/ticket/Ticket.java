package org.obhut.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.envelope.SealingKey;

/** One case: its state in clear, its key for those who may only add, and its sealed summary. Changed only while its row is locked. */
@Entity
@Table(name = "ticket")
public class Ticket {

    @Id
    private UUID id;

    @Column(name = "team_id")
    private UUID team;

    private @Nullable String mailbox;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    @Enumerated(EnumType.STRING)
    private Status status;

    /** Written by {@link Tickets#assign}: EclipseLink binds an absent UUID as text, which PostgreSQL refuses. */
    @Convert(converter = OptionalId.class)
    @Column(name = "assignee_id", insertable = false, updatable = false)
    private @Nullable UUID assignee;

    /** Written by {@link Tickets#propose}. */
    @Convert(converter = OptionalId.class)
    @Column(name = "proposed_id", insertable = false, updatable = false)
    private @Nullable UUID proposed;

    private String language;
    private boolean urgent;

    @Column(name = "arrived_on")
    private LocalDate arrivedOn;

    private long rank;

    @Column(name = "due_at")
    private @Nullable OffsetDateTime dueAt;

    @Column(name = "answer_by")
    private @Nullable OffsetDateTime answerBy;

    @Embedded
    private Lifetime life;

    @Embedded
    private Counted counts = new Counted();

    private long version;

    @Column(name = "public_key")
    private byte[] publicKey;

    @Column(name = "summary_wrap")
    private byte[] summaryWrap;

    private byte[] summary;

    /** For JPA. */
    protected Ticket() {}

    /** A new ticket, open and assigned to nobody. {@code mailbox}: the address it came to, null for a call. */
    Ticket(
            UUID id,
            UUID team,
            @Nullable String mailbox,
            String language,
            SealingKey key,
            LocalDate today,
            long rank,
            RetentionPolicy policy) {
        this.id = id;
        this.team = team;
        this.mailbox = mailbox;
        this.channel = mailbox == null ? Channel.PHONE : Channel.MAIL;
        this.status = Status.OPEN;
        this.language = language;
        this.publicKey = key.encoded();
        this.arrivedOn = today;
        this.rank = rank;
        this.version = 1;
        this.life = new Lifetime(today, policy);
    }

    /** When it ends, and from when on that is counted. */
    Lifetime life() {
        return life;
    }

    /** What of it has been counted. */
    Counted counts() {
        return counts;
    }

    /** Refuses a change that was decided on an older state. @throws TicketChanged */
    void expect(long seen) {
        if (seen != version) {
            throw new TicketChanged(version);
        }
    }

    /** Counts a change that a person sees. */
    void changed() {
        version++;
    }

    /** Counts a change that also brings the ticket to the top of its folders. */
    void active(long newRank) {
        rank = newRank;
        version++;
    }

    /**
     * The client has written: something is to be done, and the time until erasure starts anew. Whoever writes again is no spammer,
     * where only a filter thought so, unless it thinks the same of this mail; what a person has called spam stays spam.
     *
     * @param condemned whether a filter calls this mail spam
     */
    void contacted(Instant by, LocalDate today, boolean condemned) {
        status = Status.OPEN;
        answerBy = answerBy == null ? by.atOffset(ZoneOffset.UTC) : answerBy;
        if (life.contacted(today, condemned)) {
            dueBy(by);
        }
    }

    /** Something is to be done by then, or earlier where that was so before. */
    void dueBy(Instant fullHour) {
        due(dueAt == null || fullHour.isBefore(dueAt.toInstant()) ? fullHour : dueAt.toInstant());
    }

    /** Something is to be done again though the client has not written. */
    void reopen() {
        status = Status.OPEN;
        life.reopened();
    }

    /** Sets where the ticket stands, what is due, and from when on its end is counted. What is closed is not urgent. */
    void stand(Status newStatus, @Nullable Instant due, LocalDate lastContact, LocalDate today) {
        status = newStatus;
        urgent = urgent && newStatus != Status.CLOSED;
        due(due);
        life.stand(newStatus, lastContact, today);
    }

    /** Which mailbox writes to the client, where none did so far: its periods hold from now on. */
    void mailbox(String address, RetentionPolicy periods) {
        mailbox = address;
        life.follow(periods);
    }

    void due(@Nullable Instant fullHour) {
        dueAt = fullHour == null || life.spam() ? null : fullHour.atOffset(ZoneOffset.UTC);
    }

    /** When a client who waits is to have an answer; null where nobody waits. */
    void answerBy(@Nullable Instant fullHour) {
        answerBy = fullHour == null ? null : fullHour.atOffset(ZoneOffset.UTC);
    }

    /** Where this ticket would stand if another became part of it: what is to be done in either is to be done. */
    Status with(Ticket other) {
        if (spam() != other.spam()) {
            return spam() ? other.status : status;
        }
        return status.compareTo(other.status) < 0 ? status : other.status;
    }

    /** Takes in another ticket, which ends with this. @param chosen its last day where a person chose it */
    void merged(Ticket other, @Nullable Instant due, @Nullable LocalDate chosen) {
        status = with(other);
        urgent = (urgent || other.urgent) && status != Status.CLOSED;
        speaks(other.language);
        life.merged(other.life, status == Status.CLOSED, chosen);
        due(status == Status.CLOSED ? null : due);
    }

    void move(UUID newTeam) {
        team = newTeam;
    }

    /** Among the spam nothing is due, and the end comes soon. @param held whether a person says so, which no later mail changes */
    void intoSpam(LocalDate today, boolean held) {
        dueAt = null;
        life.intoSpam(today, held);
    }

    /** Back among the others, with what was due and the ordinary end. */
    void outOfSpam(@Nullable Instant due, LocalDate lastContact, LocalDate today) {
        life.outOfSpam();
        stand(status, due, lastContact, today);
    }

    boolean spam() {
        return life.spam();
    }

    void assign(@Nullable UUID person) {
        assignee = person;
        proposed = null;
    }

    /** Puts it before all others, or no longer. */
    void urgent(boolean now) {
        urgent = now;
    }

    /** A person has corrected the language. */
    void language(String tag) {
        language = tag;
    }

    /** Takes over a language where none was known. */
    void speaks(String tag) {
        if (language.equals("und")) {
            language = tag;
        }
    }

    void summary(byte[] wrap, byte[] sealed) {
        summaryWrap = wrap;
        summary = sealed;
    }

    UUID id() {
        return id;
    }

    UUID team() {
        return team;
    }

    Optional<String> mailbox() {
        return Optional.ofNullable(mailbox);
    }

    Channel channel() {
        return channel;
    }

    Status status() {
        return status;
    }

    @Nullable
    UUID assignee() {
        return assignee;
    }

    /** Whom the team's rule proposes; null where it proposes nobody. */
    @Nullable
    UUID proposed() {
        return proposed;
    }

    void propose(@Nullable UUID person) {
        proposed = person;
    }

    String language() {
        return language;
    }

    boolean urgent() {
        return urgent;
    }

    LocalDate arrivedOn() {
        return arrivedOn;
    }

    long rank() {
        return rank;
    }

    @Nullable
    Instant dueAt() {
        return dueAt == null ? null : dueAt.toInstant();
    }

    /** Until when a client who waits is to have an answer; null where nobody waits. */
    @Nullable
    Instant answerBy() {
        return answerBy == null ? null : answerBy.toInstant();
    }

    long version() {
        return version;
    }

    SealingKey publicKey() {
        return new SealingKey(publicKey);
    }

    byte[] summaryWrap() {
        return summaryWrap;
    }

    byte[] summary() {
        return summary;
    }
}
