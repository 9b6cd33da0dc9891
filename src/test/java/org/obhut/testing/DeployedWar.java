package org.obhut.testing;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.test.spi.LifecycleMethodExecutor;
import org.jboss.arquillian.test.spi.TestRunnerAdaptor;
import org.jboss.arquillian.test.spi.TestRunnerAdaptorBuilder;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.obhut.launcher.DataFolder;
import org.obhut.launcher.ServerFiles;

/**
 * The WAR as the build made it, deployed by Arquillian. Arquillian would deploy once for each test class, and the
 * container needs ten seconds for it; so it is driven here as if the whole run were one class, this one.
 */
public final class DeployedWar implements AutoCloseable {

    static final Path DATA = Path.of("target/obhut-under-test").toAbsolutePath();

    private static final long SECONDS_TO_END = 20;

    private final TestRunnerAdaptor arquillian;
    private final ProcessHandle process;
    private final Path archive;

    private DeployedWar(TestRunnerAdaptor arquillian, ProcessHandle process) {
        this.arquillian = arquillian;
        this.process = process;
        List<String> command = List.of(process.info().arguments().orElseThrow());
        // The adapter makes this copy in the temporary folder and leaves it there.
        archive = Path.of(command.get(command.indexOf("--deploy") + 1));
    }

    @Deployment(testable = false)
    public static WebArchive war() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/obhut.war"));
    }

    static DeployedWar on(Surroundings surroundings) throws Exception {
        Path folder = surroundings.data().path("run");
        Path temporary = folder.resolve("tmp");
        temporary.toFile().mkdirs();
        List<String> options =
                ServerFiles.options(folder, "127.0.0.1", surroundings.httpPort(), surroundings.settings());
        logToFile(folder.resolve("logging.properties"), surroundings.data().log("server.log"));
        System.setProperty("payara.microJar", "target/payara-micro.jar");
        System.setProperty("payara.randomHttpPort", "false");
        System.setProperty("payara.autoBindHttp", "false");
        System.setProperty("payara.consoleOutput", "false");
        System.setProperty(
                "payara.cmdOptions", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx1g -Djava.io.tmpdir=" + temporary);
        System.setProperty("payara.extraMicroOptions", String.join(" ", options));
        TestRunnerAdaptor arquillian = TestRunnerAdaptorBuilder.build();
        arquillian.beforeSuite();
        arquillian.beforeClass(DeployedWar.class, LifecycleMethodExecutor.NO_OP);
        var deployed = new DeployedWar(arquillian, server());
        // Arquillian is content with a container that has refused the WAR.
        var ready = HttpRequest.newBuilder(URI.create("http://localhost:" + surroundings.httpPort() + "/health/ready"))
                .build();
        int status = HttpClient.newHttpClient()
                .send(ready, HttpResponse.BodyHandlers.discarding())
                .statusCode();
        if (status != 200) {
            deployed.close();
            surroundings.close();
            throw new IllegalStateException("The container refused the WAR; /health/ready answered " + status);
        }
        return deployed;
    }

    /** Arquillian reads what the container prints and keeps it to itself. */
    private static void logToFile(Path logging, Path log) throws IOException {
        Files.writeString(logging, """

                handlers=java.util.logging.ConsoleHandler,java.util.logging.FileHandler
                java.util.logging.FileHandler.pattern=%s
                java.util.logging.FileHandler.formatter=java.util.logging.SimpleFormatter
                java.util.logging.FileHandler.encoding=UTF-8
                """.formatted(log), StandardOpenOption.APPEND);
    }

    private static ProcessHandle server() {
        return ProcessHandle.current()
                .children()
                .filter(child -> commandLine(child).orElse("").contains("payara-micro.jar"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no container was started"));
    }

    private static Optional<String> commandLine(ProcessHandle process) {
        return process.info().commandLine();
    }

    @Override
    public void close() throws Exception {
        arquillian.afterClass(DeployedWar.class, LifecycleMethodExecutor.NO_OP);
        arquillian.afterSuite();
        arquillian.shutdown();
        // The adapter asks the container to end and does not wait, but the database must outlive it.
        process.onExit().get(SECONDS_TO_END, TimeUnit.SECONDS);
        DataFolder.delete(archive.getParent().getParent());
    }
}
