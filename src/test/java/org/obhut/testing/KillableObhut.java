package org.obhut.testing;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.obhut.launcher.Server;

/**
 * An Obhut of its own, whose server can be killed and started again while database and mail server go on: what a power
 * cut of the server alone looks like. Not the one of {@link WithObhut}, which other tests share.
 */
public final class KillableObhut implements AutoCloseable {

    private final Surroundings surroundings;
    private final Map<String, String> changes = new HashMap<>();
    private final List<String> flags = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1"));
    private Path application = Path.of("target/obhut.war").toAbsolutePath();
    private final List<String> left = new ArrayList<>();
    private volatile @Nullable Server server;

    private KillableObhut(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Starts database and mail server in a folder; the server only with {@link #start}. */
    public static KillableObhut in(Path folder) throws Exception {
        return new KillableObhut(Surroundings.in(folder));
    }

    public RunningObhut obhut() {
        return new RunningObhut(surroundings);
    }

    /** Adds or changes a setting, for the next start of the server. */
    public void set(String name, String value) {
        changes.put(name, value);
    }

    /** Adds a flag of the JVM, for the next start of the server. */
    public void flag(String flag) {
        flags.add(flag);
    }

    /** Takes another WAR than the build's, for the next start of the server. */
    public void deploy(Path war) {
        application = war.toAbsolutePath();
    }

    /** Leaves out the settings of this beginning, for the next start of the server. */
    public void leaveOut(String prefix) {
        left.add(prefix);
    }

    /** Starts the server and waits until it is ready. */
    public void start() throws Exception {
        begin().awaitReady(URI.create("http://127.0.0.1:" + surroundings.httpPort()));
    }

    /** Starts the server and does not wait: mail may come in before it is ready. */
    public Server begin() throws Exception {
        Server.endLeftOver(surroundings.data());
        Map<String, String> settings = new HashMap<>(surroundings.settings());
        settings.keySet().removeIf(name -> left.stream().anyMatch(name::startsWith));
        settings.putAll(changes);
        var plan = new Server.Plan(
                Path.of("target/payara-micro.jar").toAbsolutePath(),
                application,
                "127.0.0.1",
                surroundings.httpPort(),
                settings,
                Map.of(),
                List.copyOf(flags));
        Server started = Server.start(surroundings.data(), plan);
        server = started;
        return started;
    }

    /** Ends the server as {@code kill -9} does, and waits until the process is gone. */
    public void kill() {
        if (server != null) {
            server.process().destroyForcibly();
            server.process().onExit().join();
            server = null;
        }
    }

    /** Whether the server has ended by itself. */
    public boolean ended() {
        return server != null && !server.process().isAlive();
    }

    /** Whether the server has been killed. */
    public boolean dead() {
        return server == null;
    }

    /** Asks the server to end and waits until it has; its working folder stays for a look inside. */
    public void end() {
        if (server != null) {
            server.process().destroy();
            server.process().onExit().join();
        }
    }

    /** Ends the mail server: nothing can be sent any more. */
    public void endMail() {
        surroundings.mail().close();
    }

    /** Ends the database, so that everything it holds is in its files. */
    public void endDatabase() throws Exception {
        surroundings.database().close();
    }

    @Override
    public void close() throws Exception {
        if (server != null) {
            server.close();
        }
        surroundings.close();
    }
}
