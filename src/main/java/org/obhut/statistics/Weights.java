package org.obhut.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Keys that are drawn as often as their weights say, read from {@code key:weight key:weight …}. */
record Weights(List<String> keys) {

    static Weights of(String line) {
        List<String> keys = new ArrayList<>();
        for (String part : line.split("\\s+")) {
            String[] entry = part.split(":");
            for (int i = 0; i < Integer.parseInt(entry[1]); i++) {
                keys.add(entry[0]);
            }
        }
        return new Weights(List.copyOf(keys));
    }

    String draw(RandomGenerator random) {
        return keys.get(random.nextInt(keys.size()));
    }
}
