package org.obhut.reading;

import java.util.regex.Pattern;

/** A line of dashes, underscores or the like that parts one text from another. */
final class Rule {

    private static final Pattern RULE = Pattern.compile("^[\\s>*]*[-_=*~]{2,}[\\s*]*$");

    private Rule() {}

    static boolean is(String line) {
        return line.length() < 200 && RULE.matcher(line).matches();
    }
}
