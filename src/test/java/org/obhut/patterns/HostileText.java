package org.obhut.patterns;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A text that is built to hurt an expression: something it looks for, something it repeats, and an end at which all of it was in
 * vain.
 *
 * @param pump what is repeated
 */
record HostileText(String prefix, String pump) {

    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9 :/<=-]{2,20}");
    private static final Pattern SYNTAX = Pattern.compile("\\\\[QEbpP]|\\(\\?[a-z:=!<]+|\\{[^}]*\\}|\\[[^\\]]*\\]");

    private static final int MOST_CHARACTERS = 10;
    private static final int MOST_WORDS = 3;

    String of(int length) {
        return prefix + pump.repeat(Math.max(1, length / pump.length())) + "\u0001";
    }

    /** Of each expression its own. */
    static List<HostileText> against(Pattern pattern) {
        List<String> characters = characters(pattern.pattern());
        List<String> words = words(pattern.pattern());
        Set<String> pumps = new LinkedHashSet<>(characters);
        for (String one : characters) {
            characters.forEach(other -> pumps.add(one + other));
        }
        for (String word : words) {
            pumps.add(word);
            pumps.add('\n' + word);
            characters.forEach(one -> pumps.add(word + one));
        }
        List<String> prefixes = new ArrayList<>(words);
        prefixes.add("");
        List<HostileText> texts = new ArrayList<>();
        prefixes.forEach(prefix -> pumps.forEach(pump -> texts.add(new HostileText(prefix, pump))));
        return texts;
    }

    /** Those that it names, and one for each of its classes. */
    private static List<String> characters(String expression) {
        Set<String> found = new LinkedHashSet<>();
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            if (c == '\\' && i + 1 < expression.length()) {
                switch (expression.charAt(++i)) {
                    case 's', 'h' -> found.add(" ");
                    case 'd' -> found.add("0");
                    case 'w', 'S', 'D', 'p' -> found.add("a");
                    case 'n' -> found.add("\n");
                    case 't' -> found.add("\t");
                    case 'r' -> found.add("\r");
                    case 'b', 'Q', 'E', 'u', 'x' -> {}
                    default -> found.add(expression.substring(i, i + 1));
                }
            } else if ("(){}|?*+^$".indexOf(c) < 0) {
                found.add(c == '.' ? "a" : Character.toString(c));
            }
        }
        return found.stream()
                .sorted((one, other) -> Boolean.compare(letter(one), letter(other)))
                .limit(MOST_CHARACTERS)
                .toList();
    }

    private static boolean letter(String character) {
        return Character.isLetter(character.charAt(0));
    }

    private static List<String> words(String expression) {
        return WORD.matcher(SYNTAX.matcher(expression).replaceAll("|"))
                .results()
                .map(MatchResult::group)
                .distinct()
                .limit(MOST_WORDS)
                .toList();
    }
}
