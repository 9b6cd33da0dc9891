package org.obhut.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Replies of fourteen languages in the ways of their mail programs: every new line is kept, every quoted line folded. */
class MailProgramsTest {

    private final List<String> misses = new ArrayList<>();
    private final Map<String, Map<String, int[]>> table = new TreeMap<>();

    @Test
    void partsAnswerAndQuoteInEveryLanguage() throws Exception {
        for (String language : QuoteSet.LANGUAGES) {
            QuoteSet set = QuoteSet.read(language);
            for (QuoteSet.Lead lead : set.leads()) {
                for (String answer : set.answers()) {
                    String quote = lead.with(set.quoted());
                    check(set, lead, answer, answer + "\n\n" + quote);
                    check(set, lead, answer, answer + "\n" + quote + "\n\n");
                    check(set, lead, answer, answer + "\n\n" + broken(lead).with(set.quoted()));
                    check(set, lead, answer, answer + "\n\n" + lead.with(nested(set)));
                    check(
                            set,
                            lead,
                            answer,
                            answer + "\n\n" + named(lead, "<$1>").with(set.quoted()));
                    check(set, lead, answer, answer + "\n\n" + named(lead, "$1").with(set.quoted()));
                    for (String signature : set.signatures()) {
                        check(set, lead, answer, answer + "\n\n" + signature + "\n\n" + quote);
                    }
                    if (!lead.how().equals("bare")) {
                        check(set, lead, answer, quote + "\n\n" + answer);
                    }
                }
            }
        }
        print();
        assertEquals(List.of(), misses);
    }

    @Test
    void foldsWhatPhonesSignWith() throws Exception {
        for (String language : QuoteSet.LANGUAGES) {
            QuoteSet set = QuoteSet.read(language);
            for (String signature : set.signatures()) {
                for (String answer : set.answers()) {
                    assertEquals(answer, QuotedText.newText(answer + "\n\n" + signature), signature);
                    assertEquals(answer, QuotedText.newText(answer + "\n\n--\n" + signature + "\n"), signature);
                }
                assertEquals(signature, QuotedText.newText(signature));
            }
        }
    }

    @Test
    void keepsAnswersBetweenTheQuestions() throws Exception {
        for (String language : QuoteSet.LANGUAGES) {
            QuoteSet set = QuoteSet.read(language);
            String quoted = QuoteSet.Lead.marked(set.quoted());
            for (QuoteSet.Lead lead : set.leads()) {
                if (lead.how().equals("marked")) {
                    String between = set.answers().get(0) + "\n" + quoted + "\n\n"
                            + set.answers().get(1);
                    String found = QuotedText.newText(lead.text() + "\n" + quoted + "\n\n" + between);
                    assertTrue(found.endsWith(between), () -> language + " " + lead + "\n" + found);
                }
            }
        }
    }

    /** The introduction broken where a program breaks a long line. */
    private static QuoteSet.Lead broken(QuoteSet.Lead lead) {
        int at = lead.text().lastIndexOf('<');
        boolean one = !lead.text().contains("\n") && lead.how().equals("marked") && at > 0;
        return one
                ? new QuoteSet.Lead(
                        lead.program(),
                        lead.how(),
                        lead.text().substring(0, at + 1) + "\n" + lead.text().substring(at + 1))
                : lead;
    }

    /** The introduction of a mail whose sender has no name, so that the address stands for it. */
    private static QuoteSet.Lead named(QuoteSet.Lead lead, String name) {
        String text =
                lead.how().equals("marked") ? lead.text().replaceAll("[\\p{L}\"]+,? ?<([^>]+)>", name) : lead.text();
        return new QuoteSet.Lead(lead.program(), lead.how(), text);
    }

    private static String nested(QuoteSet set) {
        QuoteSet.Lead lead = set.leads().get(set.leads().size() - 1);
        return set.quoted() + "\n\n" + lead.with(set.answers().get(1));
    }

    private void check(QuoteSet set, QuoteSet.Lead lead, String answer, String text) {
        String found = QuotedText.newText(text);
        boolean holds = found.equals(answer);
        int[] count = table.computeIfAbsent(lead.program(), p -> new TreeMap<>())
                .computeIfAbsent(set.language(), l -> new int[2]);
        count[0] += holds ? 1 : 0;
        count[1]++;
        if (!holds) {
            misses.add("\n=== " + set.language() + " " + lead + "\n--- text\n" + text + "\n--- found\n" + found);
        }
    }

    private void print() {
        StringBuilder out = new StringBuilder("quotes by program and language:\n" + String.format("%-14s", ""));
        QuoteSet.LANGUAGES.forEach(l -> out.append(String.format("%9s", l)));
        for (String program : new TreeSet<>(table.keySet())) {
            out.append(String.format("%n%-14s", program));
            for (String language : QuoteSet.LANGUAGES) {
                int[] count = table.get(program).get(language);
                out.append(String.format("%9s", count == null ? "" : count[0] + "/" + count[1]));
            }
        }
        System.out.println(out);
    }
}
