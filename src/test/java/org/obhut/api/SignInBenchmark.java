package org.obhut.api;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;

/**
 * Prints how long it takes over HTTP until somebody is signed in and their keyring is open, to be run by hand against a running demo.
 * The address is an argument, {@code http://localhost:8080} where there is none.
 */
final class SignInBenchmark {

    private static final int WARM_UP = 5;
    private static final int RUNS = 20;

    private SignInBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        URI address = URI.create(arguments.length == 0 ? "http://localhost:8080" : arguments[0]);
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest signIn = HttpRequest.newBuilder(address.resolve("/api/v1/session"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\":\"anna\",\"passphrase\":\"" + Http.PASSPHRASE + "\"}"))
                .build();
        long[] milliseconds = new long[RUNS];
        for (int i = -WARM_UP; i < RUNS; i++) {
            long start = System.nanoTime();
            HttpResponse<String> answer = http.send(signIn, BodyHandlers.ofString());
            if (answer.statusCode() != 201) {
                throw new IllegalStateException("refused with " + answer.statusCode());
            }
            if (i >= 0) {
                milliseconds[i] = (System.nanoTime() - start) / 1_000_000;
            }
        }
        Arrays.sort(milliseconds);
        System.out.printf(
                "sign-in over HTTP, %d runs: p50 %d ms, p95 %d ms, slowest %d ms%n",
                RUNS, milliseconds[RUNS / 2], milliseconds[RUNS * 95 / 100 - 1], milliseconds[RUNS - 1]);
    }
}
