package org.obhut.platform;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The settings of this installation, read and checked once at start.
 *
 * <p>Names are those of MicroProfile Config ({@code obhut.http.port}); the environment spells them in capitals
 * ({@code OBHUT_HTTP_PORT}). Durations are ISO-8601 ({@code PT15S}). A setting that cannot be used ends the start with
 * an {@link InvalidSetting} that names it.
 */
public final class Settings {

    private static final int MEGABYTE = 1 << 20;

    /** Bytes of the heap for each of a mail: as it came, decoded, without metadata, and as text. */
    private static final int HEAP_OF_MAIL = 8;

    private final SettingSource source;
    private final Mode mode;
    private final String httpAddress;
    private final int httpPort;
    private final URI publicUrl;
    private final Path dataFolder;
    private final Path keyStore;
    private final Path keyStoreCopy;
    private final Optional<LocalDate> clockConfirmed;
    private final Duration undoTime;
    private final Duration idleTime;
    private final Duration pollInterval;
    private final Duration firstErasure;
    private final int largestMail;
    private final boolean secondFactorRequired;

    Settings(SettingSource source) {
        this.source = source;
        mode = source.choice("obhut.mode", Mode.class, Mode.LIVE);
        httpAddress = source.text("obhut.http.address").orElse("127.0.0.1");
        httpPort = source.port("obhut.http.port", 8080);
        publicUrl = source.url("obhut.public.url", URI.create("http://localhost:" + httpPort));
        dataFolder = source.path("obhut.data").orElse(Path.of("data")).toAbsolutePath();
        keyStore = inDemo("obhut.keystore", "keystore");
        keyStoreCopy = inDemo("obhut.keystore.copy", "keystore-copy");
        clockConfirmed = source.date("obhut.clock.confirmed");
        undoTime = source.duration("obhut.undo", mode == Mode.DEMO ? Duration.ZERO : Duration.ofSeconds(15));
        idleTime = source.duration("obhut.session.idle", Duration.ofMinutes(15));
        pollInterval = source.duration("obhut.poll", Duration.ofSeconds(mode == Mode.DEMO ? 1 : 60));
        firstErasure = source.duration("obhut.erasure.first", Duration.ofMinutes(5));
        largestMail = source.number("obhut.mail.largest", 40, 100) * MEGABYTE;
        secondFactorRequired = source.choice("obhut.second.factor", SecondFactor.class, SecondFactor.usual(mode))
                == SecondFactor.REQUIRED;
        if (mode == Mode.DEMO) {
            requireLoopback("obhut.http.address", httpAddress);
            requireLoopback("obhut.public.url", publicUrl.getHost());
        }
    }

    /** What {@code obhut.second.factor} can be. */
    private enum SecondFactor {
        REQUIRED,
        OPTIONAL;

        static SecondFactor usual(Mode mode) {
            return mode == Mode.DEMO ? OPTIONAL : REQUIRED;
        }
    }

    /** The passphrase of the demo's people is printed in the operating guide. */
    private static void requireLoopback(String name, String host) {
        if (!Loopback.names(host)) {
            throw new InvalidSetting(name, "must be a loopback address in demo mode");
        }
    }

    /** Settings from a plain map, for tests and tools; everything not in it has its default. */
    public static Settings of(Map<String, String> values) {
        return new Settings(new SettingSource(name -> Optional.ofNullable(values.get(name)), values.keySet()));
    }

    private Path inDemo(String name, String folder) {
        Optional<Path> path = source.path(name);
        if (path.isEmpty() && mode == Mode.LIVE) {
            throw new InvalidSetting(name, "must be set in live mode");
        }
        return path.orElseGet(() -> dataFolder.resolve(folder)).toAbsolutePath();
    }

    public Mode mode() {
        return mode;
    }

    public boolean demo() {
        return mode == Mode.DEMO;
    }

    /** Whether a demo begins with something in it. */
    public boolean demoSamples() {
        return demo() && !source.text("obhut.demo.mails").orElse("true").equalsIgnoreCase("false");
    }

    /** The address that the console and the API listen on. */
    public String httpAddress() {
        return httpAddress;
    }

    public int httpPort() {
        return httpPort;
    }

    /** The address under which people reach the console; without a path. */
    public URI publicUrl() {
        return publicUrl;
    }

    /** Where the embedded database and, in demo mode, the key store lie; absolute. */
    public Path dataFolder() {
        return dataFolder;
    }

    /** The folder of the secrets that must not lie in the database; absolute. */
    public Path keyStore() {
        return keyStore;
    }

    /** A second key store folder, on another volume in live mode, that has to acknowledge each new secret; absolute. */
    public Path keyStoreCopy() {
        return keyStoreCopy;
    }

    /** The day (UTC) of which someone said that the clock is right, though it jumped. */
    public Optional<LocalDate> clockConfirmed() {
        return clockConfirmed;
    }

    /** How long a reply can be taken back before it goes to SMTP. */
    public Duration undoTime() {
        return undoTime;
    }

    /**
     * These settings, where the largest mail fits into memory: else a single one could end the program at every start.
     *
     * @param heap bytes that the JVM may use
     * @throws InvalidSetting where it does not fit
     */
    Settings within(long heap) {
        long wanted = (long) HEAP_OF_MAIL * largestMail;
        if (wanted > heap) {
            throw new InvalidSetting(
                    "obhut.mail.largest", "needs a heap of " + wanted / MEGABYTE + " MB: see OBHUT_JAVA_OPTIONS");
        }
        return this;
    }

    /** Bytes; a larger mail is not read but goes into quarantine. */
    public int largestMail() {
        return largestMail;
    }

    /** Whether everybody needs a one-time code besides the passphrase. */
    public boolean secondFactorRequired() {
        return secondFactorRequired;
    }

    /** After how long without a person's own action a session ends. */
    public Duration idleTime() {
        return idleTime;
    }

    /** How often a mailbox is asked for new mail where its server has no IDLE. */
    public Duration pollInterval() {
        return pollInterval;
    }

    /** How long after its start the server erases what is due; then it does by the hour. */
    public Duration firstErasure() {
        return firstErasure;
    }

    /** A setting that one feature alone reads, e.g. {@code obhut.mailbox.beratung.address}. */
    public Optional<String> text(String name) {
        return source.text(name);
    }

    /**
     * The names below a prefix: for {@code obhut.mailbox.} the mailboxes that have a setting, in alphabetical order.
     *
     * @param prefix ends with a dot
     */
    public Set<String> namesBelow(String prefix) {
        var found = new TreeSet<String>();
        for (String name : source.names()) {
            if (name.startsWith(prefix) && name.indexOf('.', prefix.length()) > 0) {
                found.add(name.substring(prefix.length(), name.indexOf('.', prefix.length())));
            }
        }
        return found;
    }
}
