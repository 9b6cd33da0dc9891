package org.obhut.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Prints what reading costs per mail, to be run by hand: the first use, which loads phrases and the model, and the mean of many mails
 * when warm.
 */
final class ReadingBenchmark {

    private static final int WARM_UP = 20;
    private static final int ROUNDS = 20;

    private ReadingBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        List<String> mails = new ArrayList<>();
        List<String> answers = new ArrayList<>();
        for (String language : QuoteSet.LANGUAGES) {
            QuoteSet set = QuoteSet.read(language);
            answers.addAll(set.answers());
            for (QuoteSet.Lead lead : set.leads()) {
                set.answers().forEach(answer -> mails.add(answer + "\n\n" + lead.with(set.quoted())));
            }
        }
        List<String> pages = new ArrayList<>();
        for (String mail : QuoteSet.resource("quotes/html.txt").substring(3).split("\n== ")) {
            pages.add(mail.substring(mail.indexOf('\n') + 1, mail.indexOf("\n-- new\n")));
        }
        measure("HTML to text", pages, HtmlText::of);
        measure("new text apart from the quote", mails, QuotedText::newText);
        measure("language of the new text", answers, TextLanguage::of);
    }

    private static void measure(String what, List<String> texts, Consumer<String> task) {
        long start = System.nanoTime();
        task.accept(texts.get(0));
        long first = System.nanoTime() - start;
        for (int i = 0; i < WARM_UP; i++) {
            texts.forEach(task);
        }
        start = System.nanoTime();
        for (int i = 0; i < ROUNDS; i++) {
            texts.forEach(task);
        }
        double each = (System.nanoTime() - start) / 1_000.0 / ROUNDS / texts.size();
        long characters = texts.stream().mapToInt(String::length).sum() / texts.size();
        System.out.printf(
                "%s: first %d ms, then %.0f µs a mail of %d characters on average%n",
                what, first / 1_000_000, each, characters);
    }
}
