package org.obhut.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obhut.platform.Settings;

/**
 * Starts everything on one machine and stays until it is told to end. Read {@link #start} for the order; the end is its
 * reverse.
 */
public final class Launcher {

    private static final Duration TIME_FOR_A_SIGNAL = Duration.ofSeconds(1);

    private final PrintStream terminal;
    private final LaunchSettings launch;
    private final Settings settings;
    private final Path build;
    private final Stack stack = new Stack();

    private Launcher(PrintStream terminal, LaunchSettings launch, Path build) {
        this.terminal = terminal;
        this.launch = launch;
        this.settings = launch.settings();
        this.build = build;
    }

    /**
     * Runs until Ctrl-C or SIGTERM.
     *
     * @param arguments the folder with {@code obhut.war} and {@code payara-micro.jar}
     */
    public static void main(String[] arguments) {
        // Names with umlauts have to be readable under any locale.
        var terminal = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        try {
            var launch = LaunchSettings.read(System.getenv(), System.getProperties());
            new Launcher(terminal, launch, Path.of(arguments[0]).toAbsolutePath()).run();
        } catch (StartFailure e) {
            end(terminal, "Obhut did not start. " + e.getMessage());
        } catch (Exception e) {
            e.printStackTrace(terminal);
            end(terminal, "Obhut did not start.");
        }
    }

    private static void end(PrintStream terminal, String message) {
        terminal.println(message);
        System.exit(1);
    }

    private void run() throws Exception {
        var hook = new Thread(this::stopAndHalt, "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            Server server = start();
            int code = server.onExit().join().exitValue();
            throw new StartFailure("The server ended by itself with code " + code);
        } catch (Exception e) {
            // Ctrl-C reaches the server too, and perhaps before this process.
            if (stack.ends(TIME_FOR_A_SIGNAL)) {
                hook.join();
            }
            stack.close();
            Runtime.getRuntime().removeShutdownHook(hook);
            throw e;
        }
    }

    private void stopAndHalt() {
        int code = 0;
        try {
            stack.close();
            terminal.println("stopped");
        } catch (Exception e) {
            terminal.println("Obhut did not stop as it should: " + e);
            code = 1;
        }
        // An end that was asked for is no failure; without this the JVM would report the signal.
        Runtime.getRuntime().halt(code);
    }

    private Server start() throws Exception {
        DataFolder data = stack.start(() -> DataFolder.open(settings.dataFolder(), settings.mode()));
        Server.endLeftOver(data);
        Ports.require(settings.httpAddress(), settings.httpPort(), "OBHUT_HTTP_PORT");
        Map<String, String> handedOver = new LinkedHashMap<>(launch.all());
        handedOver.put("obhut.data", settings.dataFolder().toString());
        // In the environment, where it is or where it is put below, and in no file.
        handedOver.remove("obhut.db.password");
        DemoMailServer mail = null;
        if (settings.demo()) {
            var mailboxes = new DemoMailboxes(data, smtpPort(), imapPort());
            mail = stack.start(mailboxes::startServer);
            handedOver.putAll(mailboxes.settings());
        }
        Map<String, String> database = database(data);
        Server server = stack.start(() -> Server.start(data, plan(handedOver, database)));
        URI address = URI.create("http://" + local() + ':' + settings.httpPort());
        server.awaitReady(address);
        if (mail != null && launch.demoMails()) {
            playSamples(data, address, mail);
        }
        announce();
        return server;
    }

    private Server.Plan plan(Map<String, String> handedOver, Map<String, String> environment) {
        return new Server.Plan(
                build.resolve("payara-micro.jar"),
                build.resolve("obhut.war"),
                settings.httpAddress(),
                settings.httpPort(),
                handedOver,
                environment,
                flags());
    }

    /** The demo is started often and for a short while: the second compiler would take longer than it saves. */
    private List<String> flags() {
        List<String> flags = new ArrayList<>(settings.demo() ? List.of("-XX:TieredStopAtLevel=1") : List.of());
        flags.addAll(launch.javaOptions());
        return flags;
    }

    /** How this machine reaches the server. */
    private String local() {
        String address = settings.httpAddress();
        if (address.equals("0.0.0.0") || address.equals("::")) {
            return "127.0.0.1";
        }
        return address.indexOf(':') < 0 ? address : '[' + address + ']';
    }

    /** The address of the embedded database, which is started; nothing where an external one is set. */
    private Map<String, String> database(DataFolder data) throws Exception {
        Optional<String> external = launch.text("obhut.db.url");
        if (external.isPresent()) {
            ExternalDatabase.require(
                    external.get(),
                    launch.text("obhut.db.user").orElse(""),
                    launch.text("obhut.db.password").orElse(""));
            return Map.of();
        }
        EmbeddedDatabase database = stack.start(() -> EmbeddedDatabase.start(data, Map.of()));
        return Map.of(
                "OBHUT_DB_URL",
                database.url(),
                "OBHUT_DB_USER",
                database.user(),
                "OBHUT_DB_PASSWORD",
                database.password());
    }

    /** Once in the life of a data folder; a play that was cut off is not begun again, since its mails are gone. */
    private void playSamples(DataFolder data, URI address, DemoMailServer mail) throws Exception {
        Path played = data.path("samples-played");
        if (Files.exists(played)) {
            return;
        }
        Files.createFile(played);
        terminal.println("Playing the sample conversations.");
        try (var play = new DemoPlay(address, mail)) {
            play.play(Conversation.all());
        } catch (IOException e) {
            terminal.println("Some sample conversations are missing: " + e.getMessage());
        }
    }

    private int smtpPort() throws StartFailure {
        return launch.port("obhut.demo.smtp.port", 3025);
    }

    private int imapPort() throws StartFailure {
        return launch.port("obhut.demo.imap.port", 3143);
    }

    private void announce() throws StartFailure, IOException {
        terminal.println("Obhut, " + (settings.demo() ? "demo" : "live"));
        terminal.println("  console  " + settings.publicUrl());
        if (settings.demo()) {
            terminal.println("  sign in  anna, bela (counsellors) and leyla (lead) of Erstkontakt;");
            terminal.println("           ion (counsellor and lead) of Südosteuropa;");
            terminal.println("           admin (administrator), stat (analyst), koko (coordinator);");
            terminal.println("           passphrase obhut-demo-2026 for all");
            terminal.println(
                    "  mail     SMTP 127.0.0.1:" + smtpPort() + ", IMAP 127.0.0.1:" + imapPort() + ", not encrypted;");
            terminal.println("           to beratung@obhut.example or consiliere@obhut.example, from any");
            terminal.println("           …@client.example, which is its own IMAP user and password");
        }
        Path link = settings.dataFolder().resolve("secrets/first-administrator");
        if (!settings.demo() && Files.exists(link)) {
            terminal.println("  first administrator  " + Files.readString(link));
        }
        terminal.println("  data     " + settings.dataFolder());
        terminal.println("ready");
    }
}
