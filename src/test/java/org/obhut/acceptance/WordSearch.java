package org.obhut.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds words in files in all their {@link Disguises} at once (Aho and Corasick, 1975), without regard to the case of ASCII
 * letters, and also where a word runs over the end of an encoded line.
 */
final class WordSearch {

    private static final int SYMBOLS = 256;

    /** A word, and the form it was found in. */
    record Hit(String word, String form) implements Comparable<Hit> {

        @Override
        public int compareTo(Hit other) {
            int byWord = word.compareTo(other.word);
            return byWord != 0 ? byWord : form.compareTo(other.form);
        }
    }

    private final List<int[]> next = new ArrayList<>();
    private final List<List<Hit>> hits = new ArrayList<>();

    WordSearch(Collection<String> words) {
        addState();
        for (String word : words) {
            Disguises.of(word).forEach((form, bytes) -> add(bytes, new Hit(word, form)));
        }
        closeTransitions();
    }

    private int addState() {
        int[] transitions = new int[SYMBOLS];
        Arrays.fill(transitions, -1);
        next.add(transitions);
        hits.add(List.of());
        return next.size() - 1;
    }

    private void add(byte[] pattern, Hit hit) {
        int state = 0;
        for (byte b : pattern) {
            int symbol = folded(b & 0xff);
            if (next.get(state)[symbol] < 0) {
                next.get(state)[symbol] = addState();
            }
            state = next.get(state)[symbol];
        }
        hits.set(state, with(hits.get(state), List.of(hit)));
    }

    /** Turns the tree of patterns into an automaton: where a pattern can't go on, the longest end of it that begins another does. */
    private void closeTransitions() {
        int[] fallback = new int[next.size()];
        Deque<Integer> queue = new ArrayDeque<>();
        queue.add(0);
        while (!queue.isEmpty()) {
            int state = queue.remove();
            for (int symbol = 0; symbol < SYMBOLS; symbol++) {
                int shorter = state == 0 ? 0 : next.get(fallback[state])[symbol];
                int child = next.get(state)[symbol];
                if (child < 0) {
                    next.get(state)[symbol] = shorter;
                } else {
                    fallback[child] = shorter;
                    hits.set(child, with(hits.get(child), hits.get(shorter)));
                    queue.add(child);
                }
            }
        }
    }

    private static List<Hit> with(List<Hit> some, List<Hit> others) {
        List<Hit> all = new ArrayList<>(some);
        all.addAll(others);
        return List.copyOf(all);
    }

    private static int folded(int symbol) {
        return symbol >= 'A' && symbol <= 'Z' ? symbol + 'a' - 'A' : symbol;
    }

    /** What is found in a file; nothing where the file is gone by now. */
    Set<Hit> in(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return in(content);
        } catch (java.nio.file.NoSuchFileException e) {
            return Set.of();
        }
    }

    Set<Hit> in(InputStream content) throws IOException {
        Set<Hit> found = new TreeSet<>();
        byte[] buffer = new byte[1 << 16];
        int asIs = 0;
        int unwrapped = 0;
        boolean equalsSign = false;
        for (int length; (length = content.read(buffer)) > 0; ) {
            for (int i = 0; i < length; i++) {
                int symbol = folded(buffer[i] & 0xff);
                asIs = next.get(asIs)[symbol];
                found.addAll(hits.get(asIs));
                // Lines of base64 end in CRLF, those of quoted-printable in "=" CRLF (RFC 2045); without them the word
                // is whole.
                boolean lineEnd = symbol == '\r' || symbol == '\n';
                if (equalsSign && !lineEnd) {
                    unwrapped = next.get(unwrapped)['='];
                }
                equalsSign = symbol == '=';
                if (!equalsSign && !lineEnd) {
                    unwrapped = next.get(unwrapped)[symbol];
                    found.addAll(hits.get(unwrapped));
                }
            }
        }
        return found;
    }
}
