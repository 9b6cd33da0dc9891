package org.obhut.console;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.obhut.ticket.FilledDesk;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Prints how long the console takes to answer 20 people at work on 10,000 live tickets with 40,000 messages. To be run by hand
 * against a running demo, whose desk it fills the first time; that takes some minutes:
 *
 * <pre>{@code
 * OBHUT_DATA=/tmp/obhut-full OBHUT_DEMO_MAILS=false OBHUT_JAVA_OPTIONS=-XX:TieredStopAtLevel=4 deploy/run
 * ./mvnw -q test-compile dependency:build-classpath -Dmdep.outputFile=target/benchmark.classpath
 * java -cp target/test-classes:target/classes:$(cat target/benchmark.classpath) \
 *     org.obhut.console.DeskBenchmark /tmp/obhut-full http://localhost:8080
 * }</pre>
 *
 * <p>The flag gives the demo both of the JVM's compilers, as a live server has them; without it the demo starts sooner and stays some
 * three times slower.
 *
 * <p>Each person has a session and a stream of events of their own and does something every second in the mean, which is more than
 * people do; wanted are 50 ms at the median and 150 ms at the 95th percentile on 2 cores. A third argument is how many seconds
 * they work, a fourth how many live tickets there are to be.
 */
final class DeskBenchmark {

    private static final int PEOPLE = 20;
    private static final List<String> NAMES = List.of("anna", "bela", "leyla", "ion");

    private DeskBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(arguments[0]);
        URI server = URI.create(arguments[1]);
        int seconds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 60;
        int live = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 10_000;
        PGSimpleDataSource database = database(data);
        if (count(database, "SELECT count(*) FROM ticket WHERE status <> 'CLOSED' AND NOT spam") < live * 9L / 10) {
            long start = System.nanoTime();
            try (var desk = new FilledDesk(data.resolve("keystore"), database)) {
                desk.fill(live);
            }
            System.out.printf("filled in %d s%n", (System.nanoTime() - start) / 1_000_000_000);
        }
        System.out.printf(
                "%d live tickets of %d, %d messages and events%n",
                count(database, "SELECT count(*) FROM ticket WHERE status <> 'CLOSED' AND NOT spam"),
                count(database, "SELECT count(*) FROM ticket"),
                count(database, "SELECT count(*) FROM ticket_item"));
        work(server, new Processes(data), 20, "warming up");
        work(server, new Processes(data), seconds, "at work");
        System.exit(0);
    }

    private static void work(URI server, Processes processes, int seconds, String what) throws Exception {
        var measured = new Measured();
        var end = new CountDownLatch(1);
        List<WorkingPerson> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(new WorkingPerson(server, NAMES.get(i % NAMES.size()), i, measured, end));
        }
        List<Thread> threads = people.stream().map(Thread::new).toList();
        Duration server0 = processes.server();
        Duration database0 = processes.database();
        long start = System.nanoTime();
        threads.forEach(Thread::start);
        if (end.await(seconds, java.util.concurrent.TimeUnit.SECONDS)) {
            throw new IllegalStateException("somebody stopped working");
        }
        end.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        people.forEach(WorkingPerson::leave);
        System.out.printf(
                "%s: %d people, %.1f s on the wall, processor %.1f s in the server and %.1f s in the database%n",
                what,
                PEOPLE,
                (System.nanoTime() - start) / 1e9,
                processes.server().minus(server0).toMillis() / 1e3,
                processes.database().minus(database0).toMillis() / 1e3);
        measured.print();
    }

    private static PGSimpleDataSource database(Path data) throws Exception {
        // The fourth line is the port (PostgreSQL, src/include/utils/pidfile.h).
        String port = Files.readAllLines(data.resolve("database/postmaster.pid"))
                .get(3)
                .strip();
        var database = new PGSimpleDataSource();
        database.setUrl("jdbc:postgresql://127.0.0.1:" + port + "/obhut");
        database.setUser("obhut");
        database.setPassword(Files.readString(data.resolve("secrets/database")));
        return database;
    }

    private static long count(PGSimpleDataSource database, String sql) throws Exception {
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** What the server's and the database's processes have used. */
    private record Processes(Path data) {

        Duration server() throws Exception {
            String pid = Files.readString(data.resolve("server.pid")).strip().split("\\s")[0];
            return used(Long.parseLong(pid));
        }

        Duration database() throws Exception {
            long main = Long.parseLong(Files.readAllLines(data.resolve("database/postmaster.pid"))
                    .get(0)
                    .strip());
            return ProcessHandle.of(main)
                    .orElseThrow()
                    .descendants()
                    .map(child -> used(child.pid()))
                    .reduce(used(main), Duration::plus);
        }

        private static Duration used(long pid) {
            return ProcessHandle.of(pid)
                    .flatMap(process -> process.info().totalCpuDuration())
                    .orElse(Duration.ZERO);
        }
    }
}
