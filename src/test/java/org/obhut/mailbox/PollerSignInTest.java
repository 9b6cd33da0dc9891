package org.obhut.mailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.obhut.mailbox.MailServerFixture.await;

import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obhut.oauth.TokenServer;
import org.obhut.outbox.TestCertificate;

/** Who we are to the server, and the server to us: certificates, passwords, access tokens. */
class PollerSignInTest extends PollerCase {

    @Test
    void refusesAServerWithoutStartTls() throws Exception {
        Poller poller = server.poll(server.account("127.0.0.1", MailServer.Security.STARTTLS, null));
        await("refused", () -> failed(poller, "no-starttls"));
        assertTrue(server.proxy.commands().stream().noneMatch(c -> c.contains("LOGIN") || c.contains("AUTHENTICATE")));
    }

    @Test
    void verifiesCertificateAndName() throws Exception {
        server.close();
        TestCertificate certificate = TestCertificate.of("localhost", folder);
        server = new MailServerFixture(folder, certificate.server());
        server.deliver("eins");
        refused("certificate-untrusted", server.settings("localhost", MailServer.Security.TLS));
        refused("certificate-wrong-name", trusting(certificate, "127.0.0.1", MailServer.Security.TLS));
        server.poll(trusting(certificate, "localhost", MailServer.Security.TLS).account());
        await("stored", () -> server.intake.stored.size() == 1);
    }

    @Test
    void verifiesCertificateAndNameAfterStartTlsToo() throws Exception {
        TestCertificate certificate = TestCertificate.of("localhost", folder);
        server.proxy.offerStartTls(certificate.server());
        server.deliver("eins");
        refused("certificate-untrusted", server.settings("localhost", MailServer.Security.STARTTLS));
        refused("certificate-wrong-name", trusting(certificate, "127.0.0.1", MailServer.Security.STARTTLS));
        assertTrue(server.proxy.commands().stream().noneMatch(c -> c.contains("LOGIN")));
        server.poll(
                trusting(certificate, "localhost", MailServer.Security.STARTTLS).account());
        await("stored", () -> server.intake.stored.size() == 1);
    }

    @Test
    void refusesACertificateThatHasExpired() throws Exception {
        server.close();
        TestCertificate certificate = TestCertificate.expired("localhost", folder);
        server = new MailServerFixture(folder, certificate.server());
        refused("certificate-expired", trusting(certificate, "localhost", MailServer.Security.TLS));
    }

    private AccountSettings byToken(TokenServer tokens) throws Exception {
        return server.settings("127.0.0.1", MailServer.Security.NONE)
                .set("auth", "oauth2")
                .set("oauth2.token-endpoint", tokens.endpoint().toString())
                .set("oauth2.client-id", "client-1")
                .set(
                        "oauth2.client-secret-file",
                        Files.writeString(folder.resolve("secret"), "s3cret").toString());
    }

    @ParameterizedTest
    @CsvSource({
        "XOAUTH2, 'user=beratung@obhut.example|auth=Bearer token-2||', ''",
        "OAUTHBEARER, 'n,a=beratung@obhut.example,|host=127.0.0.1|port=PORT|auth=Bearer token-2||', AQ==",
    })
    void signsInByATokenAndFetchesAnotherOneWhereThatIsRefused(String mechanism, String message, String afterError)
            throws Exception {
        String wanted = message.replace('|', '\1').replace("PORT", Integer.toString(server.proxy.port()));
        server.proxy.askForToken(mechanism, wanted::equals, server.signIn());
        try (TokenServer tokens = new TokenServer()) {
            AtomicInteger given = new AtomicInteger();
            tokens.grant(form -> TokenServer.token("token-" + given.incrementAndGet(), 3600));
            server.deliver("eins");
            server.poll(byToken(tokens).account());
            await("stored", () -> server.intake.stored.size() == 1);
            assertEquals(2, tokens.asked().size());
            assertTrue(server.proxy.commands().contains(afterError), "said after the server's error");
            server.proxy.drop();
            server.deliver("zwei");
            await("stored too", () -> server.intake.stored.size() == 2);
            assertEquals(2, tokens.asked().size(), "the token is kept");
        }
    }

    @Test
    void saysWhyThereIsNoTokenAndGoesOnWhenThereIsOne() throws Exception {
        server.proxy.askForToken("XOAUTH2", message -> true, server.signIn());
        try (TokenServer tokens = new TokenServer()) {
            tokens.answer(401, "{\"error\": \"invalid_client\"}");
            Poller poller = server.poll(byToken(tokens).account());
            await("reason", () -> "oauth-invalid-client"
                    .equals(poller.watch().now().error()));
            assertEquals(0, server.proxy.commands().size(), "the mail server is not even asked");
            tokens.answer(200, TokenServer.token("token", 3600));
            server.deliver("eins");
            await("stored", () -> server.intake.stored.size() == 1);
        }
    }

    @Test
    void neverSaysATokenAsAPassword() throws Exception {
        server.proxy.change(line -> line.startsWith("* CAPABILITY ") ? MeddlingProxy.withoutSignIn(line) : line);
        try (TokenServer tokens = new TokenServer()) {
            tokens.answer(200, TokenServer.token("token", 3600));
            Poller poller = server.poll(byToken(tokens).account());
            await("reason", () -> "no-sign-in-method"
                    .equals(poller.watch().now().error()));
            assertTrue(server.stop());
            assertTrue(
                    server.proxy.commands().stream().noneMatch(c -> c.contains("LOGIN") || c.contains("AUTHENTICATE")));
        }
    }

    @Test
    void picksUpAChangedPassword() throws Exception {
        MailAccount account =
                server.settings("127.0.0.1", MailServer.Security.NONE).account();
        Files.writeString(folder.resolve("mailbox-password"), "old");
        Poller poller = server.poll(account);
        await("refused", () -> "sign-in-refused".equals(poller.watch().now().error()));
        server.deliver("eins");
        Files.writeString(folder.resolve("mailbox-password"), AccountSettings.PASSWORD);
        await("stored", () -> server.intake.stored.size() == 1);
        Files.delete(folder.resolve("mailbox-password"));
        server.proxy.drop();
        await("missing", () -> "password-file".equals(poller.watch().now().error()));
    }

    private AccountSettings trusting(TestCertificate certificate, String host, MailServer.Security security)
            throws Exception {
        return server.settings(host, security)
                .set("ca-file", certificate.pem(folder).toString());
    }

    private void refused(String reason, AccountSettings settings) throws Exception {
        Poller poller = server.poll(settings.account());
        await("refused", () -> failed(poller, reason));
        assertTrue(server.stop());
        assertEquals(0, server.intake.stored.size());
    }
}
