package org.obhut.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom the courier trusts, and how it signs in: where either fails, nothing of a mail is said. */
class CourierSignInTest extends CourierCase {

    private static final SignIn TOKEN = new SignIn("beratung", "token", true);

    private static TestCertificate certificate;
    private static TestCertificate ofAnotherHost;

    @BeforeAll
    static void makeCertificates(@TempDir Path folder) throws Exception {
        certificate = TestCertificate.of("localhost", folder);
        ofAnotherHost = TestCertificate.of("mail.other.example", folder);
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

    private ScriptedSmtp startTls(TestCertificate certificate) throws Exception {
        var secured = new ScriptedSmtp(certificate.server());
        return secured.answer(
                "EHLO", "250-obhut.example\n250-STARTTLS\n250 AUTH PLAIN", "250-obhut.example\n250 AUTH PLAIN");
    }
}
