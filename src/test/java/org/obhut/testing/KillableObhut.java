package org.obhut.testing;

import java.net.URI;
import java.nio.file.Path;
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
    private @Nullable Server server;

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

    /** Starts the server and waits until it is ready. */
    public void start() throws Exception {
        begin().awaitReady(URI.create("http://127.0.0.1:" + surroundings.httpPort()));
    }

    /** Starts the server and does not wait: mail may come in before it is ready. */
    public Server begin() throws Exception {
        Server.endLeftOver(surroundings.data());
        var plan = new Server.Plan(
                Path.of("target/payara-micro.jar").toAbsolutePath(),
                Path.of("target/obhut.war").toAbsolutePath(),
                "127.0.0.1",
                surroundings.httpPort(),
                surroundings.settings(),
                Map.of(),
                List.of("-XX:TieredStopAtLevel=1"));
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

    @Override
    public void close() throws Exception {
        if (server != null) {
            server.close();
        }
        surroundings.close();
    }
}
