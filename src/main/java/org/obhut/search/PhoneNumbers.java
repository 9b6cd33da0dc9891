package org.obhut.search;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Telephone numbers in any spelling, as the digits in which two spellings of one number agree (ITU-T E.164). */
final class PhoneNumbers {

    /** The fewest digits that are taken for a number, the most that E.164 allows, and what may stand between them. */
    private static final int FEWEST = 6;

    private static final int MOST = 17;
    static final Pattern SPELLED = Pattern.compile("\\+?\\(?\\d[\\d ()/.\u00a0\u2013-]{5,30}");

    private static final Pattern TRUNK = Pattern.compile("\\(0\\)");
    private static final Pattern OTHERS = Pattern.compile("\\D+");

    private PhoneNumbers() {}

    /** The numbers in a text, each with and without its country. */
    static Set<String> in(String text) {
        Set<String> found = new LinkedHashSet<>();
        Matcher spelled = SPELLED.matcher(text);
        while (spelled.find()) {
            found.addAll(forms(spelled.group()));
        }
        return found;
    }

    /** The digits by which a number can be found; none where there are too few or too many. */
    static Set<String> forms(String spelled) {
        String digits = OTHERS.matcher(TRUNK.matcher(spelled).replaceAll("")).replaceAll("");
        if (digits.length() < FEWEST || digits.length() > MOST) {
            return Set.of();
        }
        if (spelled.startsWith("+") || digits.startsWith("00")) {
            String abroad = digits.startsWith("00") ? digits.substring(2) : digits;
            String home = abroad.substring(Math.min(country(abroad), abroad.length()));
            return set(abroad, home.startsWith("0") ? home.substring(1) : home);
        }
        return digits.startsWith("0") ? set(digits.substring(1)) : set(digits);
    }

    private static Set<String> set(String... forms) {
        Set<String> all = new LinkedHashSet<>();
        for (String form : forms) {
            if (form.length() >= FEWEST - 1) {
                all.add(form);
            }
        }
        return all;
    }

    /** How many digits a country's code has: one for zones 1 and 7, else two or three (ITU-T E.164, list of codes). */
    private static int country(String digits) {
        return switch (digits.charAt(0)) {
            case '1', '7' -> 1;
            case '2' -> digits.startsWith("20") || digits.startsWith("27") ? 2 : 3;
            case '3' -> digits.startsWith("35") || digits.startsWith("37") || digits.startsWith("38") ? 3 : 2;
            case '4' -> digits.startsWith("42") ? 3 : 2;
            case '5' -> digits.startsWith("50") || digits.startsWith("59") ? 3 : 2;
            case '6' -> digits.startsWith("67") || digits.startsWith("68") || digits.startsWith("69") ? 3 : 2;
            case '8' -> digits.matches("8[1246].*") ? 2 : 3;
            default -> digits.matches("9[679].*") ? 3 : 2;
        };
    }
}
