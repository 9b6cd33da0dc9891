package org.obhut.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @Test
    void demoNeedsNoSettingButItsMode() {
        Settings settings = Settings.of(Map.of("obhut.mode", "demo"));

        assertTrue(settings.demo());
        assertEquals("http://localhost:8080", settings.publicUrl().toString());
        assertEquals(Path.of("data/keystore").toAbsolutePath(), settings.keyStore());
        assertEquals(Path.of("data/keystore-copy").toAbsolutePath(), settings.keyStoreCopy());
        assertEquals(Duration.ZERO, settings.undoTime());
        assertEquals(Duration.ofMinutes(15), settings.idleTime());
        assertEquals(40 << 20, settings.largestMail());
    }

    @Test
    void liveModeIsTheDefaultAndAsksForAKeyStoreAndItsCopy() {
        var refusal = assertThrows(InvalidSetting.class, () -> Settings.of(Map.of()));

        assertEquals("OBHUT_KEYSTORE must be set in live mode", refusal.getMessage());
        var second = assertThrows(InvalidSetting.class, () -> Settings.of(Map.of("obhut.keystore", "/srv/keys")));
        assertEquals("OBHUT_KEYSTORE_COPY must be set in live mode", second.getMessage());
        Settings settings = Settings.of(Map.of("obhut.keystore", "/srv/keys", "obhut.keystore.copy", "/mnt/keys"));
        assertEquals(Duration.ofSeconds(15), settings.undoTime());
    }

    @Test
    void theLargestMailHasToFitIntoMemory() {
        Settings usual = Settings.of(Map.of("obhut.mode", "demo"));
        assertEquals(usual, usual.within(494L << 20));
        Settings large = Settings.of(Map.of("obhut.mode", "demo", "obhut.mail.largest", "100"));
        assertEquals(large, large.within(990L << 20));
        var refusal = assertThrows(InvalidSetting.class, () -> large.within(494L << 20));
        assertEquals("OBHUT_MAIL_LARGEST needs a heap of 800 MB: see OBHUT_JAVA_OPTIONS", refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "obhut.mode, sandbox, OBHUT_MODE",
        "obhut.http.port, 70000, OBHUT_HTTP_PORT",
        "obhut.http.port, eighty, OBHUT_HTTP_PORT",
        "obhut.public.url, ftp://obhut.example, OBHUT_PUBLIC_URL",
        "obhut.public.url, https://obhut.example/desk, OBHUT_PUBLIC_URL",
        "obhut.undo, 15 seconds, OBHUT_UNDO",
        "obhut.mail.largest, 900, OBHUT_MAIL_LARGEST",
        "obhut.mail.largest, 40MB, OBHUT_MAIL_LARGEST",
        "obhut.session.idle, -PT1M, OBHUT_SESSION_IDLE"
    })
    void aBadSettingIsNamedAndItsValueIsNot(String name, String value, String environmentName) {
        var refusal = assertThrows(
                InvalidSetting.class,
                () -> Settings.of(Map.of("obhut.keystore", "keys", "obhut.keystore.copy", "copy", name, value)));

        assertTrue(refusal.getMessage().startsWith(environmentName + " must be "), refusal.getMessage());
        assertTrue(!refusal.getMessage().contains(value), refusal.getMessage());
    }

    @Test
    void demoRefusesAPublicAddress() {
        assertThrows(
                InvalidSetting.class,
                () -> Settings.of(Map.of("obhut.mode", "demo", "obhut.public.url", "https://obhut.example")));
        assertThrows(
                InvalidSetting.class, () -> Settings.of(Map.of("obhut.mode", "demo", "obhut.http.address", "0.0.0.0")));
    }

    @Test
    void mailboxesAreTheNamesBelowTheirPrefix() {
        Settings settings = Settings.of(Map.of(
                "obhut.mode", "demo",
                "obhut.mailbox.b.address", "b@obhut.example",
                "obhut.mailbox.b.imap.host", "localhost",
                "obhut.mailbox.a.address", "a@obhut.example"));

        assertEquals(Set.of("a", "b"), settings.namesBelow("obhut.mailbox."));
        assertEquals("b@obhut.example", settings.text("obhut.mailbox.b.address").orElseThrow());
    }
}
