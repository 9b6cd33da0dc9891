package org.obhut.threading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ThreadingTest {

    private static final String MAILBOX = "beratung@obhut.example";
    private static final String TOKEN = "abcdefghijkmnpqrstuvwxyz";
    private static final String MIRA = "mira@client.example";
    private static final String CENTRE = "team@centre.example";

    private final UUID ticket = new UUID(0, 1);
    private final UUID other = new UUID(0, 2);
    private final UUID message = new UUID(1, 1);
    private final Known known = new Known();
    private final Threading threading = new Threading(known);

    ThreadingTest() {
        known.tokens.put(TOKEN, new KnownTickets.Sent(ticket, message));
        known.sent.put("our@obhut.example", new KnownTickets.Sent(ticket, message));
        known.ids.put("our@obhut.example", ticket);
        known.ids.put("first@client.example", ticket);
        known.participants.put(ticket, Set.of(MIRA));
    }

    @Test
    void joinsByTheTokenInTheRecipientAddressWhoeverSends() {
        assertEquals(
                new Decision.Join(ticket, Sender.PARTICIPANT),
                decide(mail(MIRA).to("Beratung+" + TOKEN.toUpperCase() + "@OBHUT.example")));
        assertEquals(
                new Decision.Join(ticket, Sender.UNKNOWN),
                decide(mail("friend@client.example").to(tagged(TOKEN))));
        assertEquals(
                new Decision.Join(ticket, Sender.UNKNOWN), decide(mail(null).to(tagged(TOKEN))));
    }

    @Test
    void opensANewTicketForATokenNobodyKnows() {
        assertEquals(opened(), decide(mail(MIRA).to(tagged("zzzzzzzzzzzzzzzz"))));
    }

    @Test
    void takesATokenOfAnotherMailboxForNone() {
        assertEquals(opened(), decide(mail(MIRA).to("other+" + TOKEN + "@obhut.example")));
        assertEquals(opened(), decide(mail(MIRA).to("beratung+" + TOKEN + "@elsewhere.example")));
    }

    @Test
    void joinsByAReferenceIfTheSenderTakesPart() {
        assertEquals(
                new Decision.Join(ticket, Sender.PARTICIPANT),
                decide(mail(MIRA).references("unknown@x", "our@obhut.example")));
    }

    @Test
    void opensANewTicketForAReferenceByAStranger() {
        assertEquals(
                new Decision.Open(Optional.of(ticket), false),
                decide(mail("friend@client.example").references("our@obhut.example")));
        assertEquals(
                new Decision.Open(Optional.of(ticket), false), decide(mail(null).references("our@obhut.example")));
    }

    @Test
    void prefersTheReferencedTicketInWhichTheSenderTakesPart() {
        known.ids.put("theirs@client.example", other);
        known.participants.put(other, Set.of("friend@client.example"));
        assertEquals(
                new Decision.Join(other, Sender.PARTICIPANT),
                decide(mail("friend@client.example").references("our@obhut.example", "theirs@client.example")));
    }

    @Test
    void joinsByASubjectTokenIfTheSenderTakesPart() {
        String subject = "AW: Ihre Nachricht [#" + TOKEN + "]";
        assertEquals(
                new Decision.Join(ticket, Sender.PARTICIPANT), decide(mail(MIRA).about(subject)));
        assertEquals(
                new Decision.Open(Optional.of(ticket), false),
                decide(mail("friend@client.example").about(subject)));
    }

    @Test
    void opensANewTicketForAReplyToAnErasedOne() {
        assertEquals(opened(), decide(mail(MIRA).references("erased@obhut.example")));
    }

    @Test
    void matchesABounceByTheMessageIdWithin() {
        assertEquals(
                new Decision.Reported(ticket, message),
                decide(mail("MAILER-DAEMON@mx.example").reports(List.of("our@obhut.example"), List.of())));
    }

    @Test
    void matchesABounceByTheTokenOfTheReturnedMailOrItsRecipient() {
        assertEquals(
                new Decision.Reported(ticket, message), decide(mail(null).reports(List.of(), List.of(tagged(TOKEN)))));
        assertEquals(
                new Decision.Reported(ticket, message),
                decide(mail(null).reports(List.of(), List.of()).to(tagged(TOKEN))));
    }

    @Test
    void opensATicketForABounceOfNothingWeSent() {
        assertEquals(
                opened(),
                decide(mail("MAILER-DAEMON@mx.example").reports(List.of("spam@elsewhere"), List.of("x@elsewhere"))));
    }

    @Test
    void doesNotTakeAClientsMessageForOneOfOursInABounce() {
        assertEquals(
                opened(), decide(mail("MAILER-DAEMON@mx.example").reports(List.of("first@client.example"), List.of())));
    }

    @Test
    void joinsACentreByReferenceAndByTokenAndTellsItApart() {
        known.centres.put(ticket, Set.of(CENTRE));
        assertEquals(
                new Decision.Join(ticket, Sender.CENTRE), decide(mail(CENTRE).references("our@obhut.example")));
        assertEquals(
                new Decision.Join(ticket, Sender.CENTRE), decide(mail(CENTRE).to(tagged(TOKEN))));
    }

    @Test
    void letsNothingJoinFromAnAddressThatWasReplaced() {
        known.replaced.put(ticket, Set.of(MIRA));
        Decision beside = new Decision.Open(Optional.of(ticket), true);
        assertEquals(beside, decide(mail(MIRA).to(tagged(TOKEN))));
        assertEquals(beside, decide(mail(MIRA).references("our@obhut.example")));
        assertEquals(beside, decide(mail(MIRA).about("AW: [#" + TOKEN + "]")));
    }

    @Test
    void findsWhatIsStillTheirsBesideATicketThatTheirAddressWasReplacedIn() {
        known.replaced.put(ticket, Set.of(MIRA));
        known.ids.put("theirs@client.example", other);
        known.participants.put(other, Set.of(MIRA));
        assertEquals(
                new Decision.Join(other, Sender.PARTICIPANT),
                decide(mail(MIRA).references("our@obhut.example", "theirs@client.example")));
    }

    private static Decision opened() {
        return new Decision.Open(Optional.empty(), false);
    }

    private static String tagged(String token) {
        return "beratung+" + token + "@obhut.example";
    }

    private static Mail mail(@Nullable String sender) {
        return new Mail(List.of(MAILBOX), "Frage", List.of(), sender, null);
    }

    /** An arrival, built step by step. */
    private record Mail(
            List<String> recipients,
            String subject,
            List<String> references,
            @Nullable String sender,
            Arrival.@Nullable Report report) {

        Mail to(String recipient) {
            return new Mail(List.of(MAILBOX, recipient), subject, references, sender, report);
        }

        Mail about(String words) {
            return new Mail(recipients, words, references, sender, report);
        }

        Mail references(String... ids) {
            return new Mail(recipients, subject, List.of(ids), sender, report);
        }

        Mail reports(List<String> ids, List<String> addresses) {
            return new Mail(recipients, subject, references, sender, new Arrival.Report(ids, addresses));
        }
    }

    private Decision decide(Mail mail) {
        return threading.decide(new Arrival(
                MAILBOX, mail.recipients(), mail.subject(), mail.references(), mail.sender(), mail.report()));
    }

    private static final class Known implements KnownTickets {

        final Map<String, Sent> tokens = new HashMap<>();
        final Map<String, Sent> sent = new HashMap<>();
        final Map<String, UUID> ids = new HashMap<>();
        final Map<UUID, Set<String>> participants = new HashMap<>();
        final Map<UUID, Set<String>> centres = new HashMap<>();
        final Map<UUID, Set<String>> replaced = new HashMap<>();

        @Override
        public Optional<Sent> byToken(String token) {
            return Optional.ofNullable(tokens.get(token));
        }

        @Override
        public Optional<Sent> sent(String messageId) {
            return Optional.ofNullable(sent.get(messageId));
        }

        @Override
        public Set<UUID> knowing(List<String> messageIds) {
            Set<UUID> found = new LinkedHashSet<>();
            messageIds.stream().filter(ids::containsKey).forEach(id -> found.add(ids.get(id)));
            return found;
        }

        @Override
        public Sender sender(UUID ticket, String address) {
            if (replaced.getOrDefault(ticket, Set.of()).contains(address)) {
                return Sender.REPLACED;
            }
            if (centres.getOrDefault(ticket, Set.of()).contains(address)) {
                return Sender.CENTRE;
            }
            return participants.getOrDefault(ticket, Set.of()).contains(address) ? Sender.PARTICIPANT : Sender.UNKNOWN;
        }
    }
}
