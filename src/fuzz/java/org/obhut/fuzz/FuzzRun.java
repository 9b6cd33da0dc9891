package org.obhut.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.code_intelligence.jazzer.Jazzer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.obhut.attachment.PictureFuzz;
import org.obhut.envelope.SealedFuzz;
import org.obhut.mailbox.EnvelopeOfMailFuzz;
import org.obhut.mailbox.MailFuzz;
import org.obhut.mailbox.PackedFuzz;
import org.obhut.reading.ReplyFuzz;

/**
 * Runs each target in a JVM of its own, from our own samples and what earlier runs have found below {@code target/fuzz}. An input
 * that breaks an expectation is kept there and fails the run; it belongs into a test of what it broke.
 */
class FuzzRun {

    private static final String SECONDS = System.getProperty("obhut.fuzz.seconds", "150");

    /** One target alone, empty for all. */
    private static final String ONLY =
            System.getProperty("obhut.fuzz.target", "").toUpperCase(Locale.ROOT);

    /** Longer inputs show nothing that shorter ones do not. */
    private static final int LONGEST = 32 * 1024;

    /** Seconds that a single input may take before its stack is told. */
    private static final int TIMEOUT = 25;

    /** Gives inputs to start from. */
    private interface Seeds {
        List<byte[]> all() throws Exception;
    }

    enum Target {
        MAIL(MailFuzz.class, MailFuzz::seeds),
        REPLY(ReplyFuzz.class, ReplyFuzz::seeds),
        ENVELOPE_OF_MAIL(EnvelopeOfMailFuzz.class, EnvelopeOfMailFuzz::seeds),
        PACKED(PackedFuzz.class, PackedFuzz::seeds),
        PICTURE(PictureFuzz.class, PictureFuzz::seeds),
        SEALED(SealedFuzz.class, SealedFuzz::seeds);

        private final Class<?> target;
        private final Seeds seeds;

        Target(Class<?> target, Seeds seeds) {
            this.target = target;
            this.seeds = seeds;
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingBreaks(Target target) throws Exception {
        assumeTrue(ONLY.isEmpty() || ONLY.equals(target.name()), "another one is run");
        Path folder = Path.of("target", "fuzz", target.name().toLowerCase(Locale.ROOT));
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        Path seeds = seeds(target, folder.resolve("seeds"));
        Path log = folder.resolve("log.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Jazzer.class.getName(),
                "--target_class=" + target.target.getName(),
                "--instrumentation_includes=org.obhut.**:org.jsoup.**",
                // These box each character that a regular expression looks at: a hundred times the memory that is
                // measured.
                "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.RegexRoadblocks",
                "--custom_hook_includes=org.obhut.**",
                "--reproducer_path=" + folder,
                "-artifact_prefix=" + folder + "/",
                "-max_total_time=" + SECONDS,
                "-max_len=" + LONGEST,
                "-timeout=" + TIMEOUT,
                "-rss_limit_mb=0",
                "-print_final_stats=1"));
        command.add(corpus.toString());
        command.add(seeds.toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int status = process.waitFor();
        List<String> said = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
        said.stream()
                .filter(line -> line.contains("DONE") || line.startsWith("stat::number_of_executed"))
                .forEach(line -> System.out.println(target + " " + line));
        assertEquals(0, status, () -> "see " + log + ": " + reason(said));
    }

    private static Path seeds(Target target, Path folder) throws Exception {
        Files.createDirectories(folder);
        for (byte[] seed : target.seeds.all()) {
            String name = HexFormat.of().toHexDigits(Arrays.hashCode(seed));
            Files.write(folder.resolve(name), seed);
        }
        return folder;
    }

    private static String reason(List<String> said) {
        return said.stream()
                .filter(line -> line.contains("Exception") || line.contains("Error") || line.contains("SUMMARY"))
                .findFirst()
                .orElse("no reason given");
    }
}
