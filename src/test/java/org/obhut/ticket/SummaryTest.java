package org.obhut.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.obhut.allocation.TeamRules;
import org.obhut.platform.Settings;

class SummaryTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private static final Instant ANSWER_BY = Instant.parse("2026-03-04T12:00:00Z");

    private final Deadlines deadlines = new Deadlines(
            Clock.fixed(NOW, ZoneOffset.UTC), team -> TeamRules.usual(Settings.of(Map.of("obhut.mode", "demo"))));

    private Summary first() {
        return FirstSummary.ofMail(Mails.rosa().id("a1@c").mail(), Party.CLIENT, "token", null, ANSWER_BY, null, TODAY);
    }

    private Summary with(Summary summary, Mails mail, Party party) {
        return summary.with(Head.of(mail.mail(), party, ANSWER_BY, null, TODAY));
    }

    @Test
    void theClientsNextMailIsAnsweredFromThenOn() {
        Summary summary = with(first(), Mails.rosa().id("a2@c").replyTo("sicher@client.example"), Party.CLIENT);
        assertEquals("sicher@client.example", summary.replyTo().address());
        assertEquals(Mails.ROSA, summary.client());
        assertEquals("a2@c", summary.inReplyTo());
        assertEquals(List.of("a1@c", "a2@c"), summary.references());
        assertEquals(2, summary.messageCount());
    }

    @Test
    void strangersAndMachinesChangeNeitherReceiverNorThread() {
        Address other = new Address(null, "other@client.example");
        for (Summary summary : List.of(
                with(first(), Mails.from(other).id("x@c"), Party.STRANGER),
                with(first(), Mails.from(other).id("x@c").autoReply(), Party.CLIENT),
                with(first(), Mails.from(other).id("x@c").deliveryReport(), Party.CLIENT))) {
            assertEquals(Mails.ROSA, summary.replyTo());
            assertEquals("a1@c", summary.inReplyTo());
            assertEquals(List.of("a1@c"), summary.references());
        }
    }

    @Test
    void deliveryReportsAreNoMessages() {
        assertEquals(
                1, with(first(), Mails.rosa().deliveryReport(), Party.CLIENT).messageCount());
        assertEquals(2, with(first(), Mails.rosa().autoReply(), Party.CLIENT).messageCount());
    }

    @Test
    void theFirstUnansweredMailSetsTheTime() {
        Instant later = ANSWER_BY.plusSeconds(86_400);
        Head next = Head.of(Mails.rosa().mail(), Party.CLIENT, later, null, TODAY.plusDays(1));
        assertEquals(ANSWER_BY, first().with(next).answerBy());
        Summary answered = first().replied("b1@o", TODAY);
        assertNull(answered.answerBy());
        assertEquals(later, answered.with(next).answerBy());
    }

    @Test
    void aDateInThePastDoesNotMoveTheLastMailBack() {
        Summary summary = first().with(new Head(Mails.SENT.minusSeconds(1), null, null, true, null, null, null));
        assertEquals(Mails.SENT, summary.receivedAt());
    }

    @Test
    void longConversationsKeepTheirFirstAndTheirNewestReferences() {
        Summary summary = first();
        for (int i = 2; i <= 40; i++) {
            summary = with(summary, Mails.rosa().id("a" + i + "@c"), Party.CLIENT);
        }
        assertEquals(20, summary.references().size());
        assertEquals("a1@c", summary.references().get(0));
        assertEquals("a22@c", summary.references().get(1));
        assertEquals("a40@c", summary.references().get(19));
    }

    @Test
    void theEarlierOfAnswerAndFollowUpIsDue() {
        Summary summary = first();
        assertEquals(summary.answerBy(), summary.due(deadlines));
        LocalDate tomorrow = TODAY.plusDays(1);
        assertEquals(
                Instant.parse("2026-03-02T23:00:00Z"),
                summary.followUp(tomorrow).due(deadlines));
        assertEquals(summary.answerBy(), summary.followUp(TODAY.plusDays(5)).due(deadlines));
        assertNull(summary.followUp(tomorrow).closed().due(deadlines));
    }
}
