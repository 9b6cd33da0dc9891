package org.obhut.statistics;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Twelve months of invented facts, the same ones whenever it is asked; how they are spread stands in {@code demo-year.properties}. */
final class InventedYear {

    private static final String FILE = "/org/obhut/statistics/demo-year.properties";
    private static final long SEED = 2026;

    /** Percent of calls in which nobody is counselled. */
    private static final int NOBODY_COUNSELLED = 38;

    private static final int INTERPRETED = 12;
    private static final int ONE_TOPIC = 60;
    private static final int REFERRED = 24;
    private static final int REFERRAL_FAILED = 5;
    private static final int TAKEN_UP_AGAIN = 4;

    private static final List<String> OF_PEOPLE = List.of(
            Answers.KIND,
            Answers.WHO,
            Answers.GENDER,
            Answers.AGE_BAND,
            Answers.ORIGIN,
            Answers.REGION,
            Answers.OUTCOME);

    private final Properties lines = lines();
    private final Map<String, Weights> weights = new HashMap<>();
    private final RandomGenerator random = new Random(SEED);
    private final List<Fact> facts = new ArrayList<>();

    private InventedYear() {}

    /** The facts of twelve months, of which this is the last. */
    static List<Fact> until(YearMonth last) {
        InventedYear year = new InventedYear();
        String[] contacts = year.lines.getProperty("contacts").split(" ");
        for (int i = 0; i < contacts.length; i++) {
            YearMonth month = last.minusMonths(contacts.length - 1L - i);
            for (int contact = 0; contact < Integer.parseInt(contacts[i]); contact++) {
                year.contact(month);
            }
        }
        return year.facts;
    }

    private void contact(YearMonth month) {
        Map<String, List<String>> contact = new HashMap<>();
        String channel = put(contact, Answers.CHANNEL);
        boolean call = channel.equals("phone");
        if (call && percent(NOBODY_COUNSELLED)) {
            contact.put(Answers.KIND, List.of(draw("nonCounselling")));
            facts.add(Fact.contact(month, contact));
            return;
        }
        String language = put(contact, Answers.LANGUAGE);
        boolean first = put(contact, Answers.HISTORY).equals("first");
        if (!language.equals("de") && percent(INTERPRETED)) {
            contact.put(Answers.INTERPRETER, List.of("yes"));
        }
        if (call) {
            put(contact, Answers.DURATION);
        }
        facts.add(Fact.contact(month, contact));
        if (first) {
            ended(month, channel);
        }
    }

    private void ended(YearMonth month, String channel) {
        Map<String, List<String>> ended = new HashMap<>();
        ended.put(Answers.CHANNEL, List.of(channel));
        ended.put(Answers.HISTORY, List.of(percent(TAKEN_UP_AGAIN) ? "repeat" : "first"));
        OF_PEOPLE.forEach(name -> put(ended, name));
        Set<String> topics = new LinkedHashSet<>();
        topics.add(draw(Answers.TOPICS));
        while (!percent(ONE_TOPIC)) {
            topics.add(draw(Answers.TOPICS));
        }
        ended.put(Answers.TOPICS, List.copyOf(topics));
        if (percent(REFERRED)) {
            put(ended, Answers.REFERRAL);
        }
        if (percent(REFERRAL_FAILED)) {
            put(ended, Answers.FAILED_REFERRAL);
        }
        if (channel.equals("mail")) {
            put(ended, Answers.FIRST_ANSWER);
        }
        facts.add(Fact.ended(month, ended));
    }

    private String put(Map<String, List<String>> answers, String name) {
        String key = draw(name);
        answers.put(name, List.of(key));
        return key;
    }

    private String draw(String name) {
        return weights.computeIfAbsent(name, line -> Weights.of(lines.getProperty(line)))
                .draw(random);
    }

    private boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    private static Properties lines() {
        Properties lines = new Properties();
        try (InputStream file = InventedYear.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("missing " + FILE);
            }
            lines.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
