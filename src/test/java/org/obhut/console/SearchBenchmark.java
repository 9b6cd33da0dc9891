package org.obhut.console;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Prints how soon after an unlock the newest tickets and all of them can be searched, and how long a search takes while 20 people are at
 * work. To be run by hand against a running demo that {@link DeskBenchmark} has filled, as that says:
 *
 * <pre>{@code
 * java -cp ... org.obhut.console.SearchBenchmark http://localhost:8080
 * }</pre>
 *
 * <p>Wanted are 2 and 30 seconds, and 50 ms at the median and 150 ms at the 95th percentile, on 2 cores. A second argument is how many
 * seconds people work. Nobody else should be signed in when it begins, so that nothing is there already.
 */
final class SearchBenchmark {

    private static final int PEOPLE = 20;
    private static final List<String> NAMES = List.of("anna", "bela", "leyla", "ion");
    private static final List<String> WORDS = List.of(
            "frage",
            "wohnung",
            "termin",
            "anmeldung",
            "hilfe bitte",
            "rückruf",
            "krankenversicherung",
            "\"guten tag\"",
            "miete -strom",
            "doc",
            "inform");

    private SearchBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        URI server = URI.create(arguments[0]);
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
        unlock(server);
        work(server, 15, "warming up");
        work(server, seconds, "at work");
        System.exit(0);
    }

    private static void unlock(URI server) throws Exception {
        PlainBrowser leyla = PlainBrowser.of(server, "leyla");
        long start = System.nanoTime();
        boolean newest = false;
        while (true) {
            String page = leyla.get("/search").body();
            if (!newest && !page.contains("value=\"0\"")) {
                newest = true;
                System.out.printf("after an unlock the newest can be searched in %.1f s%n", since(start));
            }
            if (!page.contains("<progress")) {
                System.out.printf("and all in %.1f s%n", since(start));
                break;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        PlainBrowser second = PlainBrowser.of(server, "leyla");
        long again = System.nanoTime();
        while (second.get("/search").body().contains("<progress")) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        System.out.printf("for a second session all in %.1f s%n", since(again));
        second.form("/sign-out", Map.of(), true, false);
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void work(URI server, int seconds, String what) throws Exception {
        var searching = new Measured();
        var desk = new Measured();
        var end = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        List<WorkingPerson> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            String name = NAMES.get(i % NAMES.size());
            if (i % 2 == 0) {
                PlainBrowser browser = PlainBrowser.of(server, name);
                int number = i;
                threads.add(new Thread(() -> search(browser, number, searching, end)));
            } else {
                people.add(new WorkingPerson(server, name, i, desk, end));
                threads.add(new Thread(people.get(people.size() - 1)));
            }
        }
        threads.forEach(Thread::start);
        end.await(seconds, TimeUnit.SECONDS);
        end.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        people.forEach(WorkingPerson::leave);
        System.out.println(what + ": half of 20 people search, half work at the desk");
        searching.print();
        desk.print();
    }

    private static void search(PlainBrowser browser, int number, Measured measured, CountDownLatch end) {
        var chance = new Random(number);
        try {
            while (!end.await((long) (-Math.log(1 - chance.nextDouble()) * 1_000), TimeUnit.MILLISECONDS)) {
                String words = WORDS.get(chance.nextInt(WORDS.size()));
                String found = measured.time(
                                "search, kept", () -> browser.form("/search", Map.of("q", words), true, false))
                        .headers()
                        .firstValue("Location")
                        .orElseThrow();
                String page = measured.time(
                                "search, found",
                                () -> browser.get(URI.create(found).getPath()))
                        .body();
                measured.time(
                        "suggestions", () -> browser.form("/search/suggestions", Map.of("q", words), true, false));
                if (!page.contains("id=\"found\"")) {
                    throw new IllegalStateException("no page of a search");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            browser.form("/sign-out", Map.of(), true, false);
        }
    }
}
