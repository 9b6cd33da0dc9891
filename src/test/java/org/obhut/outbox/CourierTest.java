package org.obhut.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CourierTest {

    private static final SmtpPatience SHORT =
            new SmtpPatience(Duration.ofSeconds(5), Duration.ofMillis(400), Duration.ofSeconds(5));
    private static final SmtpPatience LONG =
            new SmtpPatience(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(20));
    private static final AddrSpec SENDER = AddrSpec.parse("from", Replies.MAILBOX);
    private static final String TEXT = "Subject: x\r\n\r\n.leading dot\r\n..\r\nGrüße\r\n";
    private static final Parcel PARCEL =
            new Parcel("mira@client.example", TEXT.getBytes(StandardCharsets.ISO_8859_1), false);

    private static final SignIn TOKEN = new SignIn("beratung", "token", true);

    private static TestCertificate certificate;
    private static TestCertificate ofAnotherHost;

    private final AtomicInteger dots = new AtomicInteger();
    private final KnownServers servers = new KnownServers();
    private final Courier courier = new Courier(LONG, servers);
    private ScriptedSmtp smtp;

    @BeforeAll
    static void makeCertificates(@TempDir Path folder) throws Exception {
        certificate = TestCertificate.of("localhost", folder);
        ofAnotherHost = TestCertificate.of("mail.other.example", folder);
    }

    @BeforeEach
    void start() throws IOException {
        smtp = new ScriptedSmtp(null);
    }

    @AfterEach
    void stop() throws IOException {
        smtp.close();
    }

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
    void withoutStartTlsNothingIsSaid() {
        smtp.answer("AUTH", "235 welcome").answer("EHLO", "250-obhut.example\n250 AUTH PLAIN LOGIN");
        Outcome outcome = courier.deliver(smtp.account("starttls", "beratung", "geheim"), SENDER, PARCEL, this::dot);
        assertEquals(new Outcome.Later("smtp-no-starttls"), outcome);
        assertEquals(List.of("EHLO obhut.example"), withoutFarewell());
    }

    @Test
    void startTlsRefusedByTheServerMeansNothingIsSaid() {
        smtp.answer("EHLO", "250-obhut.example\n250-STARTTLS\n250 AUTH PLAIN").answer("STARTTLS", "454 not now");
        Outcome outcome = courier.deliver(smtp.account("starttls", "beratung", "geheim"), SENDER, PARCEL, this::dot);
        assertTrue(outcome instanceof Outcome.Later);
        assertEquals(List.of("EHLO obhut.example", "STARTTLS"), withoutFarewell());
    }

    @Test
    void aCertificateNobodyVouchesForMeansNothingIsSaid() throws Exception {
        try (var secured = startTls(certificate)) {
            Outcome outcome =
                    courier.deliver(secured.account("starttls", "beratung", "geheim"), SENDER, PARCEL, this::dot);
            assertEquals(new Outcome.Later("smtp-certificate-untrusted"), outcome);
            assertEquals(List.of("EHLO obhut.example", "STARTTLS"), secured.lines());
        }
    }

    @Test
    void aCertificateOfAnotherHostMeansNothingIsSaid() throws Exception {
        try (var secured = startTls(ofAnotherHost)) {
            secured.trustedBy(ofAnotherHost.trusting());
            Outcome outcome =
                    courier.deliver(secured.account("starttls", "beratung", "geheim"), SENDER, PARCEL, this::dot);
            assertEquals(new Outcome.Later("smtp-certificate-wrong-name"), outcome);
            assertEquals(List.of("EHLO obhut.example", "STARTTLS"), secured.lines());
        }
    }

    @Test
    void aTrustedServerGetsTheMailByStartTlsAfterSignIn() throws Exception {
        try (var secured = startTls(certificate)) {
            secured.trustedBy(certificate.trusting());
            Outcome outcome =
                    courier.deliver(secured.account("starttls", "beratung", "geheim"), SENDER, PARCEL, this::dot);
            assertEquals(new Outcome.Accepted(), outcome);
            assertEquals(List.of(TEXT), secured.taken());
            assertTrue(secured.lines().stream().anyMatch(line -> line.startsWith("AUTH PLAIN ")));
        }
    }

    @Test
    void aTrustedServerGetsTheMailByTls() throws Exception {
        try (var secured = ScriptedSmtp.implicitTls(certificate.server())) {
            assertEquals(
                    new Outcome.Later("smtp-certificate-untrusted"),
                    courier.deliver(secured.account("tls"), SENDER, PARCEL, this::dot));
            secured.trustedBy(certificate.trusting());
            assertEquals(new Outcome.Accepted(), courier.deliver(secured.account("tls"), SENDER, PARCEL, this::dot));
            assertEquals(1, secured.taken().size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tls", "starttls"})
    void whereAuthoritiesAreSetNoOthersAreAsked(String security, @TempDir Path other) throws Exception {
        TestCertificate expired = TestCertificate.expired("localhost", other);
        try (var secured = security.equals("tls") ? ScriptedSmtp.implicitTls(expired.server()) : startTls(expired)) {
            secured.trustedBy(expired.trusting());
            assertEquals(
                    new Outcome.Later("smtp-certificate-expired"),
                    courier.deliver(secured.account(security), SENDER, PARCEL, this::dot));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'AUTH XOAUTH2 OAUTHBEARER', OAUTHBEARER, 'n,a=beratung,|host=localhost|port=PORT|auth=Bearer token||'",
        "'AUTH PLAIN XOAUTH2', XOAUTH2, 'user=beratung|auth=Bearer token||'",
    })
    void showsAnAccessToken(String offer, String mechanism, String message) {
        smtp.answer("EHLO", "250-obhut.example\n250 " + offer);
        assertEquals(new Outcome.Accepted(), courier.deliver(smtp.account("none", TOKEN), SENDER, PARCEL, this::dot));
        String clear = message.replace('|', '\1').replace("PORT", Integer.toString(smtp.port()));
        String base64 = Base64.getEncoder().encodeToString(clear.getBytes(StandardCharsets.UTF_8));
        assertTrue(smtp.lines().contains("AUTH " + mechanism + ' ' + base64));
    }

    @ParameterizedTest
    @CsvSource({
        "AUTH XOAUTH2, 334 e30=, 535 not you, smtp-sign-in-refused",
        "AUTH OAUTHBEARER, 334 e30=, 535 not you, smtp-sign-in-refused",
        "AUTH OAUTHBEARER, 454 not now, '', smtp-sign-in-not-now",
        "AUTH PLAIN, 235 welcome, '', smtp-no-sign-in-method",
        "SIZE, 235 welcome, '', smtp-no-sign-in-method",
    })
    void anAccessTokenThatIsNotTakenMeansLater(String offer, String answer, String afterError, String reason) {
        smtp.answer("EHLO", "250-obhut.example\n250 " + offer)
                .answer("AUTH", answer)
                .answer("AQ==", afterError)
                .answer("", afterError);
        Outcome outcome = courier.deliver(smtp.account("none", TOKEN), SENDER, PARCEL, this::dot);
        assertEquals(new Outcome.Later(reason), outcome);
        assertTrue(smtp.taken().isEmpty());
    }

    @Test
    void aSignInThatCanNotBeCheckedNowIsNoRefusal() {
        smtp.answer("EHLO", "250-obhut.example\n250 AUTH PLAIN").answer("AUTH", "454 later");
        Outcome outcome = courier.deliver(smtp.account("none", "beratung", "geheim"), SENDER, PARCEL, this::dot);
        assertEquals(new Outcome.Later("smtp-sign-in-not-now"), outcome);
    }

    @Test
    void aProbeSignsInAndSendsNothing() {
        smtp.answer("EHLO", "250-obhut.example\n250 AUTH PLAIN");
        assertNull(courier.probe(smtp.account("none", "beratung", "geheim"), SENDER));
        assertTrue(smtp.lines().stream().noneMatch(line -> line.startsWith("MAIL")));
        smtp.answer("AUTH", "535 no");
        assertEquals("smtp-sign-in-refused", courier.probe(smtp.account("none", "beratung", "geheim"), SENDER));
        var away = new SmtpAccount("mail.client.example", 25, "none", null, null);
        assertEquals("smtp-clear-text-refused", courier.probe(away, SENDER));
    }

    @Test
    void aRefusedSignInMeansLater() {
        smtp.answer("EHLO", "250-obhut.example\n250 AUTH PLAIN").answer("AUTH", "535 geheim is wrong");
        Outcome outcome = courier.deliver(smtp.account("none", "beratung", "geheim"), SENDER, PARCEL, this::dot);
        assertEquals(new Outcome.Later("smtp-sign-in-refused"), outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail.client.example", "192.0.2.1", "localhost.client.example", "::2"})
    void inClearGoesOnlyToTheMachineItself(String host) {
        var account = new SmtpAccount(host, 25, "none", null, null);
        assertEquals(new Outcome.Later("smtp-clear-text-refused"), courier.deliver(account, SENDER, PARCEL, this::dot));
    }

    @Test
    void anUnknownKindOfSecurityIsNotTakenForNone() {
        Outcome outcome = courier.deliver(smtp.account("STARTTLS"), SENDER, PARCEL, this::dot);
        assertFalse(outcome instanceof Outcome.Accepted);
        assertTrue(smtp.taken().isEmpty());
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

    private ScriptedSmtp startTls(TestCertificate certificate) throws Exception {
        var secured = new ScriptedSmtp(certificate.server());
        return secured.answer(
                "EHLO", "250-obhut.example\n250-STARTTLS\n250 AUTH PLAIN", "250-obhut.example\n250 AUTH PLAIN");
    }

    /** Nobody waits for the answer to QUIT, so it may come or not. */
    private List<String> withoutFarewell() {
        return smtp.lines().stream().filter(line -> !line.equals("QUIT")).toList();
    }

    private Outcome deliver() {
        return courier.deliver(smtp.account("none"), SENDER, PARCEL, this::dot);
    }

    private boolean dot() {
        dots.incrementAndGet();
        return true;
    }
}
