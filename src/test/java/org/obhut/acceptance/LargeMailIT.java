package org.obhut.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.testing.KillableObhut;

/**
 * Mails at and past every bound, to a server with a heap of 512 MB that ends where that does not suffice: what can be read is in
 * a ticket, the rest in quarantine with its reason and there for a lead to fetch, nothing on the way lies in a file, and the next
 * mail is taken.
 */
class LargeMailIT {

    private static final int MEGABYTE = 1 << 20;
    private static final Duration TIME_TO_TAKE_THEM = Duration.ofMinutes(5);

    /** More than logs and counters grow meanwhile, less than any of the mails. */
    private static final long GROWTH = 2L * MEGABYTE;

    private static final String HEAD =
            "From: gross@client.example\r\nTo: beratung@obhut.example\r\nMessage-ID: <%s@client.example>\r\nSubject: %1$s\r\n";

    /** A whole collection as the JVM notes it: what was in use before, what is in use after it, what there is. */
    private static final Pattern COLLECTION = Pattern.compile("Pause Full .* (\\d+)M->(\\d+)M\\((\\d+)M\\)");

    @TempDir
    Path folder;

    @Test
    void whatIsPastABoundIsInQuarantineAndMemoryIsBounded() throws Exception {
        List<GeneratedMail> mails = mails();
        try (var server = new GeneratingMailServer();
                var killable = KillableObhut.in(folder)) {
            mails.forEach(server::put);
            killable.set("obhut.mailbox.beratung.imap.port", Integer.toString(server.port()));
            killable.flag("-Xmx512m");
            Path collections = folder.resolve("collections.log");
            killable.flag("-Xlog:gc:file=" + collections);
            killable.start();
            long before = clear(folder);
            try (Connection database = killable.obhut().database()) {
                Await.until("all of them", TIME_TO_TAKE_THEM, () -> {
                    assertFalse(killable.ended(), "the server has ended");
                    assertTrue(clear(folder) - before < GROWTH, "something lies in a file");
                    return IntakeCounts.of(database, Mails.COUNSELLING).taken() == mails.size();
                });
                assertEquals(4, IntakeCounts.of(database, Mails.COUNSELLING).stored());
                Await.until("an empty mailbox", TIME_TO_TAKE_THEM, () -> server.left() == 0);
            }
            Map<String, JsonObject> kept =
                    Api.signIn(killable.obhut().address(), "leyla").tickets("quarantine").stream()
                            .collect(Collectors.toMap(entry -> entry.getString("reason"), entry -> entry));
            assertEquals(
                    Map.of("too-large", 256, "part-too-large", 64, "header-too-large", 4, "too-many-parts", 8),
                    kept.entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey, entry -> entry.getValue().getInt("size") / MEGABYTE)));
            fetchesWhole(Api.signIn(killable.obhut().address(), "leyla"), kept.get("too-large"), mails.get(0));
            assertTrue(clear(folder) - before < GROWTH, "something lies in a file");
            assertFalse(killable.ended());
            System.out.println("large mails: heap in use at most " + peak(collections) + " MB after whole collections");
        }
    }

    /** Of these the second, fourth, and last two can be read. */
    private static List<GeneratedMail> mails() {
        String base64 = "SGFsbG8sIGRhcyBpc3QgZWluIGdyb8OfZXIgQW5oYW5nLCBkZXIgZWluIEJpbGQgc2VpbiBrw7ZubnRl\r\n";
        List<GeneratedMail> mails = new ArrayList<>();
        mails.add(mail("tape", "Content-Type: text/plain\r\n\r\n", "So geht es immer weiter.\r\n", 200));
        mails.add(mail("photo", attachment(), base64, 34));
        mails.add(mail("page", "Content-Type: text/html\r\n\r\n", "<b><i>fett<p>\r\n", 34));
        mails.add(mail("novel", "Content-Type: text/plain\r\n\r\n", "Es war einmal, \r\n", 34));
        mails.add(mail("part", "Content-Type: text/plain\r\n\r\n", "Ein Teil allein.\r\n", 38));
        mails.add(mail("head", "X-Noise: a\r\n", " and so on\r\n", 3));
        mails.add(mail("pieces", "Content-Type: multipart/mixed; boundary=b\r\n\r\n", "--b\r\n\r\nx\r\n", 5));
        mails.add(mail("last", "\r\nGuten Tag\r\n", " ", 1));
        return mails;
    }

    private static GeneratedMail mail(String name, String fields, String line, int megabytes) {
        return new GeneratedMail(HEAD.formatted(name) + fields, line, megabytes * MEGABYTE);
    }

    private static String attachment() {
        return "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nSiehe Anhang\r\n--b\r\n"
                + "Content-Type: image/png; name=bild.png\r\nContent-Transfer-Encoding: base64\r\n\r\n";
    }

    /** Compares what comes with what was sent, piece by piece. */
    private static void fetchesWhole(Api lead, JsonObject entry, GeneratedMail sent) throws Exception {
        try (InputStream raw = lead.stream("/quarantine/" + entry.getString("id") + "/original")) {
            int at = 0;
            for (byte[] piece = raw.readNBytes(MEGABYTE); piece.length > 0; piece = raw.readNBytes(MEGABYTE)) {
                assertTrue(Arrays.equals(sent.piece(at, MEGABYTE), piece), "altered from byte " + at);
                at += piece.length;
            }
            assertEquals(sent.size(), at);
        }
    }

    /** Bytes of all files but the database's, which hold nothing in clear. */
    private static long clear(Path folder) throws IOException {
        long[] bytes = new long[1];
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                String name = directory.getFileName().toString();
                return name.equals("database") || name.equals("postgresql")
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                bytes[0] += attributes.size();
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
        return bytes[0];
    }

    /** The most that a whole collection has left. */
    private static int peak(Path collections) throws IOException {
        return COLLECTION
                .matcher(Files.readString(collections))
                .results()
                .mapToInt(line -> Integer.parseInt(line.group(2)))
                .max()
                .orElse(0);
    }
}
