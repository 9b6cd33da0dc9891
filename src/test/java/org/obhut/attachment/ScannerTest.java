package org.obhut.attachment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obhut.attachment.Scan.Result;
import org.obhut.platform.InvalidSetting;
import org.obhut.platform.Settings;
import org.obhut.testing.ScriptedClamd;
import org.obhut.testing.ScriptedClamd.Manner;

class ScannerTest {

    private static final byte[] LETTER = "Guten Tag".getBytes(StandardCharsets.UTF_8);
    private static final Scan CLEAN = new Scan(Result.CLEAN, "");
    private static final Scan FAILED = new Scan(Result.FAILED, "");

    @Test
    void filesAreHandedOverWholeAndTheAnswerIsKept() throws Exception {
        byte[] large = new byte[200_000];
        new Random(1).nextBytes(large);
        try (ScriptedClamd clamd = ScriptedClamd.onLoopback(Manner.SCANS)) {
            List<Scan> scans =
                    scanner(clamd.address()).scan(List.of(LETTER, ScriptedClamd.infected(), new byte[0], large));
            assertEquals(List.of(CLEAN, new Scan(Result.FOUND, "Eicar-Test-Signature"), CLEAN, CLEAN), scans);
            assertArrayEquals(LETTER, clamd.asked().get(0));
            assertArrayEquals(large, clamd.asked().get(3));
        }
    }

    @Test
    void aSocketFileDoesAsWell() throws Exception {
        // Socket paths are short (unix(7)): not below the build's folder.
        Path folder = Files.createTempDirectory("obhut-clamd");
        Path socket = folder.resolve("clamd.ctl");
        try (ScriptedClamd clamd = ScriptedClamd.onFile(socket)) {
            assertEquals(
                    List.of(new Scan(Result.FOUND, "Eicar-Test-Signature")),
                    scanner(clamd.address()).scan(List.of(ScriptedClamd.infected())));
        } finally {
            Files.delete(socket);
            Files.delete(folder);
        }
    }

    @Test
    void whatIsTooLargeIsSaidAndTheNextIsScanned() throws Exception {
        try (ScriptedClamd clamd = ScriptedClamd.onLoopback(Manner.SCANS)) {
            List<Scan> scans = scanner(clamd.address()).scan(List.of(new byte[ScriptedClamd.LIMIT + 100_000], LETTER));
            assertEquals(List.of(new Scan(Result.TOO_LARGE, ""), CLEAN), scans);
        }
    }

    @Test
    void silenceEndsWithThePatienceAndNobodyIsAskedAgain() throws Exception {
        try (ScriptedClamd clamd = ScriptedClamd.onLoopback(Manner.SILENT)) {
            List<Scan> scans =
                    scanner(clamd.address(), "obhut.clamd.patience", "PT0.3S").scan(List.of(LETTER, LETTER));
            assertEquals(List.of(FAILED, FAILED), scans);
            assertEquals(1, clamd.connections());
        }
    }

    @ParameterizedTest
    @CsvSource({"CONFUSED, 2", "RUDE, 1"})
    void answersThatMeanNothingAreNoAnswer(Manner manner, int connections) throws Exception {
        try (ScriptedClamd clamd = ScriptedClamd.onLoopback(manner)) {
            assertEquals(List.of(FAILED, FAILED), scanner(clamd.address()).scan(List.of(LETTER, LETTER)));
            assertEquals(connections, clamd.connections());
        }
    }

    @Test
    void whereNobodyListensNothingIsScanned() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertEquals(List.of(FAILED), scanner("tcp://localhost:" + free).scan(List.of(LETTER)));
        assertEquals(List.of(FAILED), scanner("unix:/nowhere/clamd.ctl").scan(List.of(LETTER)));
    }

    @Test
    void withoutASettingNobodyIsAsked() {
        assertEquals(
                List.of(Scan.NONE, Scan.NONE),
                new Scanner(Settings.of(Map.of("obhut.mode", "demo"))).scan(List.of(LETTER, LETTER)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clamd",
                "unix:clamd.ctl",
                "tcp://127.0.0.1",
                "tcp://127.0.0.1:99999",
                "tcp://127.0.0.1:1/x",
                "http://127.0.0.1:3310",
                "tcp://:3310",
                "tcp://a@127.0.0.1:3310",
                "tcp://scanner.example:3310",
                "tcp://127.0.0.1.example:3310"
            })
    void addressesThatAreNoneOrOnAnotherMachineAreRefused(String address) {
        var refused = assertThrows(InvalidSetting.class, () -> scanner(address));
        assertEquals("OBHUT_CLAMD", refused.getMessage().split(" ")[0]);
    }

    @Test
    void anotherMachineIsAllowedByAnExplicitWord() {
        scanner("tcp://scanner.example:3310", "obhut.clamd.remote", "true");
        assertThrows(InvalidSetting.class, () -> scanner("tcp://127.0.0.1:3310", "obhut.clamd.remote", "yes"));
        assertThrows(InvalidSetting.class, () -> scanner("tcp://127.0.0.1:3310", "obhut.clamd.patience", "PT2H"));
        assertThrows(InvalidSetting.class, () -> scanner("tcp://127.0.0.1:3310", "obhut.clamd.patience", "60"));
    }

    private static Scanner scanner(String address, String... more) {
        Map<String, String> settings = new HashMap<>(Map.of("obhut.mode", "demo", "obhut.clamd", address));
        if (more.length > 0) {
            settings.put(more[0], more[1]);
        }
        return new Scanner(Settings.of(settings));
    }
}
