package org.obhut.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the courier says to a mail server, and what it makes of the answers. */
class CourierTest extends CourierCase {

    @Test
    void theBytesArriveAsTheyAre() {
        assertEquals(new Outcome.Accepted(), deliver());
        assertEquals(List.of(TEXT), smtp.taken());
    }

    @Test
    void theEnvelopeShowsNoMachineAndAsksForBouncesWithoutTheText() {
        smtp.answer("EHLO", "250-obhut.example\n250-DSN\n250-CHUNKING\n250-SIZE\n250-8BITMIME\n250 SMTPUTF8");
        deliver();
        assertEquals(
                List.of(
                        "EHLO obhut.example",
                        "MAIL FROM:<beratung@obhut.example> RET=HDRS SIZE=" + PARCEL.message().length,
                        "RCPT TO:<mira@client.example> NOTIFY=FAILURE,DELAY",
                        "DATA"),
                withoutFarewell());
    }

    @Test
    void aMailLargerThanTheServerTakesIsNotOfferedToIt() {
        smtp.answer("EHLO", "250-obhut.example\n250 SIZE " + (PARCEL.message().length - 1));
        assertEquals(new Outcome.Refused("smtp-too-large"), deliver());
        assertEquals(List.of("EHLO obhut.example"), withoutFarewell());
        smtp.answer("EHLO", "250-obhut.example\n250 SIZE " + PARCEL.message().length);
        assertEquals(new Outcome.Accepted(), deliver());
        assertEquals(PARCEL.message().length, servers.of(Replies.MAILBOX).size());
    }

    @Test
    void anAddressBeyondAsciiIsSaidOnlyToAServerThatKnowsThem() {
        var parcel = new Parcel("мира@client.example", PARCEL.message(), false);
        smtp.answer("EHLO", "250-obhut.example\n250 8BITMIME");
        assertEquals(
                new Outcome.Refused("smtp-no-utf8"), courier.deliver(smtp.account("none"), SENDER, parcel, this::dot));
        assertEquals(List.of("EHLO obhut.example"), withoutFarewell());
        smtp.answer("EHLO", "250-obhut.example\n250-8BITMIME\n250 SMTPUTF8");
        assertEquals(new Outcome.Accepted(), courier.deliver(smtp.account("none"), SENDER, parcel, this::dot));
        assertTrue(
                withoutFarewell().contains("MAIL FROM:<beratung@obhut.example> SMTPUTF8"), withoutFarewell()::toString);
        String said = new String(
                "RCPT TO:<мира@client.example>".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertTrue(withoutFarewell().contains(said), withoutFarewell()::toString);
    }

    @Test
    void aServerThatIsOnlyAskedGetsNoMail() {
        smtp.answer("EHLO", "250-obhut.example\n250-SIZE 1000\n250 SMTPUTF8");
        courier.probe(smtp.account("none"), SENDER);
        assertEquals(new SmtpExtensions(1000, true), servers.of(Replies.MAILBOX));
        assertEquals(List.of("EHLO obhut.example"), withoutFarewell());
    }

    @Test
    void theFinalDotIsAskedForBeforeTheServerCanHaveTheMail() {
        var takenWhenAsked = new AtomicInteger(-1);
        courier.deliver(smtp.account("none"), SENDER, PARCEL, () -> {
            takenWhenAsked.set(smtp.taken().size());
            return true;
        });
        assertEquals(0, takenWhenAsked.get());
        assertEquals(1, smtp.taken().size());
    }

    @Test
    void aMailWhoseFinalDotIsNotAllowedIsNotSent() {
        Outcome outcome = courier.deliver(smtp.account("none"), SENDER, PARCEL, () -> false);
        assertEquals(new Outcome.Overtaken(), outcome);
        assertTrue(smtp.taken().isEmpty());
    }

    @Test
    void aFinalDotThatCanNotBeRecordedIsNotSent() {
        Outcome outcome = courier.deliver(smtp.account("none"), SENDER, PARCEL, () -> {
            throw new IllegalStateException();
        });
        assertEquals(new Outcome.Later("smtp-broken-off"), outcome);
        assertTrue(smtp.taken().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"MAIL,451", "RCPT,450", "RCPT,451", "RCPT,421", "DATA,452", ".,451", ".,421", "MAIL,530", "RCPT,535"})
    void aTransientAnswerMeansLater(String command, int code) {
        smtp.answer(command, code + " mira@client.example is busy");
        assertEquals(new Outcome.Later("smtp-" + code), deliver());
        assertEquals(command.equals(".") ? 1 : 0, dots.get());
    }

    @ParameterizedTest
    @CsvSource({"MAIL,550", "RCPT,550", "RCPT,553", "RCPT,552", "RCPT,571", "DATA,554", ".,554", ".,552"})
    void aPermanentAnswerToTheMailMeansNever(String command, int code) {
        smtp.answer(command, code + " mira@client.example is unknown");
        assertEquals(new Outcome.Refused("smtp-" + code), deliver());
        assertTrue(smtp.taken().isEmpty());
    }

    @Test
    void theServersOwnStatusGoesAlongAndItsWordsDoNot() {
        smtp.answer("RCPT", "550 5.1.1 <mira@client.example>: no such user");
        assertEquals(new Outcome.Refused("smtp-550-5.1.1"), deliver());
        smtp.answer("RCPT", "451 5.7.1 of another class");
        assertEquals(new Outcome.Later("smtp-451"), deliver());
        smtp.answer("RCPT", "451-4.7.1 greylisted\n451 4.7.1 come again");
        assertEquals(new Outcome.Later("smtp-451-4.7.1"), deliver());
    }

    @ParameterizedTest
    @CsvSource({"CONNECT,554", "CONNECT,421", "EHLO,421"})
    void aServerThatOffersNoServiceMeansLater(String command, int code) {
        smtp.answer(command, code + " no").answer("HELO", code + " no");
        assertTrue(deliver() instanceof Outcome.Later);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECT", "EHLO", "MAIL", "RCPT", "DATA", "CONTENT"})
    void aConnectionLostBeforeTheFinalDotMeansLater(String command) {
        smtp.answer(command, ScriptedSmtp.DROP).answer("HELO", ScriptedSmtp.DROP);
        // A large mail, so that writing notices the loss before the end.
        var large =
                new Parcel(PARCEL.recipient(), "x\r\n".repeat(3_000_000).getBytes(StandardCharsets.US_ASCII), false);
        Outcome outcome = courier.deliver(smtp.account("none"), SENDER, large, this::dot);
        assertTrue(outcome instanceof Outcome.Later, outcome::toString);
        assertEquals(0, dots.get());
    }

    @Test
    void aConnectionLostAfterTheFinalDotLeavesItOpen() {
        smtp.answer(".", ScriptedSmtp.TAKE_AND_DROP);
        assertEquals(new Outcome.Unanswered(), deliver());
        assertEquals(1, dots.get());
    }

    @Test
    void noAnswerToTheFinalDotLeavesItOpen() {
        smtp.answer(".", ScriptedSmtp.TAKE_AND_HANG);
        Outcome outcome = new Courier(SHORT, servers).deliver(smtp.account("none"), SENDER, PARCEL, this::dot);
        assertEquals(new Outcome.Unanswered(), outcome);
    }

    @Test
    void aFarewellThatFailsChangesNothing() {
        smtp.answer("QUIT", ScriptedSmtp.DROP);
        assertEquals(new Outcome.Accepted(), deliver());
    }

    @Test
    void aServerThatDoesNotListenMeansLater() throws IOException {
        smtp.close();
        assertEquals(new Outcome.Later("smtp-port-closed"), deliver());
    }

    @Test
    void aMailOfItsOwnGoesOutFromNowhere() {
        assertEquals(new Outcome.Accepted(), deliverByItself());
        assertEquals(List.of("MAIL FROM:<> RET=HDRS"), senders());
    }

    /** Postfix tells of a refused sender only at RCPT, where its usual settings apply. */
    @ParameterizedTest
    @ValueSource(strings = {"MAIL", "RCPT", "DATA"})
    void aServerThatTakesNothingFromNowhereGetsTheMailboxForASender(String command) {
        smtp.answer(command, "550 who are you", command.equals("DATA") ? "354 go ahead" : "250 ok");
        assertEquals(new Outcome.Accepted(), deliverByItself());
        assertEquals(List.of("MAIL FROM:<> RET=HDRS", "MAIL FROM:<beratung@obhut.example> RET=HDRS"), senders());
        assertEquals(1, smtp.taken().size());
    }

    @ParameterizedTest
    @CsvSource({"MAIL,451", "RCPT,450", ".,554", ".,451"})
    void aMailOfItsOwnIsNotOfferedTwiceForAnyOtherReason(String command, int code) {
        smtp.answer(command, code + " no");
        assertFalse(deliverByItself() instanceof Outcome.Accepted);
        assertEquals(List.of("MAIL FROM:<> RET=HDRS"), senders());
    }

    private Outcome deliverByItself() {
        smtp.answer("EHLO", "250-obhut.example\n250 DSN");
        return courier.deliver(
                smtp.account("none"), SENDER, new Parcel(PARCEL.recipient(), PARCEL.message(), true), this::dot);
    }

    private List<String> senders() {
        return smtp.lines().stream().filter(line -> line.startsWith("MAIL")).toList();
    }
}
