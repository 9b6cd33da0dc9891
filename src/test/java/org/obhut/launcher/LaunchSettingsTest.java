package org.obhut.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchSettingsTest {

    @Test
    void withoutAnySettingItIsTheDemoWithItsMails() throws Exception {
        LaunchSettings launch = LaunchSettings.read(Map.of("HOME", "/root"), new Properties());

        assertTrue(launch.settings().demo());
        assertTrue(launch.demoMails());
        assertEquals(3025, launch.port("obhut.demo.smtp.port", 3025));
    }

    @Test
    void theEnvironmentStandsAboveTheFileAndSystemPropertiesAboveBoth(@TempDir Path data) throws Exception {
        Files.writeString(
                data.resolve("settings.properties"),
                "obhut.http.port=1\nobhut.undo=PT1S\nobhut.poll=PT7S\nobhut.mailbox.a.password-file=/a\n");
        var system = new Properties();
        system.setProperty("obhut.undo", "PT3S");
        LaunchSettings launch = LaunchSettings.read(
                Map.of("OBHUT_DATA", data.toString(), "OBHUT_HTTP_PORT", "2", "OBHUT_UNDO", "PT2S"), system);

        assertEquals(2, launch.settings().httpPort());
        assertEquals(3, launch.settings().undoTime().toSeconds());
        assertEquals(7, launch.settings().pollInterval().toSeconds());
        assertEquals("/a", launch.text("obhut.mailbox.a.password-file").orElseThrow());
    }

    @Test
    void anEmptyVariableIsNone() throws Exception {
        LaunchSettings launch =
                LaunchSettings.read(Map.of("OBHUT_DB_URL", "", "OBHUT_DEMO_MAILS", "false"), new Properties());

        assertTrue(launch.text("obhut.db.url").isEmpty());
        assertFalse(launch.demoMails());
    }

    @Test
    void aBadPortIsNamed() throws Exception {
        LaunchSettings launch = LaunchSettings.read(Map.of("OBHUT_DEMO_IMAP_PORT", "imap"), new Properties());

        var failure = assertThrows(StartFailure.class, () -> launch.port("obhut.demo.imap.port", 3143));
        assertEquals("OBHUT_DEMO_IMAP_PORT must be a port number from 1 to 65535", failure.getMessage());
    }

    @Test
    void aSettingThatCannotBeUsedEndsTheStart() {
        assertThrows(
                StartFailure.class, () -> LaunchSettings.read(Map.of("OBHUT_HTTP_PORT", "none"), new Properties()));
    }
}
