package org.obhut.patterns;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A regular expression of the code, as it is used.
 *
 * @param where class, and the constant where it is one
 * @param whole whether a text is matched as a whole; else it is searched to its end
 */
record UsedPattern(String where, Pattern pattern, boolean whole) {

    private static final Path SOURCES = Path.of("src/main/java/org/obhut");
    private static final String LITERAL = "\"((?:[^\"\\\\\\n]|\\\\.)*)\"";

    /** An expression that stands where it is used. */
    private static final Pattern INLINE = Pattern.compile(
            "(?:\\.(matches|replaceAll|replaceFirst|split)|Pattern\\s*\\.(compile)|Pattern\\s*\\.(?:matches))\\(\\s*"
                    + LITERAL + "(\\s*[,)])");

    private static final Pattern CONSTANT = Pattern.compile("static final Pattern (\\w+)\\s*=");

    /** All of a package: constants as they were compiled, and those that stand in the code. */
    static List<UsedPattern> of(String packageName) throws Exception {
        List<UsedPattern> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES.resolve(packageName))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                found.addAll(of(packageName, file));
            }
        }
        return found;
    }

    private static List<UsedPattern> of(String packageName, Path file) throws Exception {
        String name = file.getFileName().toString().replace(".java", "");
        String source = Files.readString(file);
        List<UsedPattern> found = new ArrayList<>();
        Matcher constants = CONSTANT.matcher(source);
        while (constants.find()) {
            Pattern pattern = value(packageName + '.' + name, constants.group(1));
            String where = name + '.' + constants.group(1);
            List<String> uses = uses(source, constants.group(1));
            if (uses.contains("matches")) {
                found.add(new UsedPattern(where, pattern, true));
            }
            if (uses.isEmpty() || uses.stream().anyMatch(use -> !use.equals("matches"))) {
                found.add(new UsedPattern(where, pattern, false));
            }
        }
        for (MatchResult inline : INLINE.matcher(source).results().toList()) {
            String use = inline.group(1);
            boolean constant = CONSTANT.matcher(source.substring(Math.max(0, inline.start() - 60), inline.start()))
                    .find();
            boolean character = "split".equals(use) && inline.group(3).length() == 1;
            if (constant || character) {
                continue;
            }
            Pattern pattern = Pattern.compile(inline.group(3).translateEscapes());
            String where = name + ": " + inline.group(3);
            boolean both = use == null;
            if (both || use.equals("matches")) {
                found.add(new UsedPattern(where, pattern, true));
            }
            if (both || !use.equals("matches")) {
                found.add(new UsedPattern(where, pattern, false));
            }
        }
        return found;
    }

    /** What is done with a matcher of this constant, as far as it stands beside it. */
    private static List<String> uses(String source, String constant) {
        return Pattern.compile("\\b" + constant + "\\s*\\.matcher\\(")
                .matcher(source)
                .results()
                .map(start -> next(source, start.end()))
                .toList();
    }

    /** The method that is called on what a parenthesis returns; where it is kept in a variable, what is called on that. */
    private static String next(String source, int from) {
        int open = 1;
        int at = from;
        while (open > 0) {
            char c = source.charAt(at++);
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        Matcher call = Pattern.compile("\\s*\\.(\\w+)\\(").matcher(source).region(at, source.length());
        if (call.lookingAt()) {
            return call.group(1);
        }
        Matcher kept = Pattern.compile("(\\w+) =[^=;]*$").matcher(source.substring(0, from));
        if (kept.find()) {
            Matcher used = Pattern.compile(
                            "\\b" + kept.group(1) + "\\s*\\.(matches|find|lookingAt|replaceAll|results)\\(")
                    .matcher(source)
                    .region(at, source.length());
            if (used.find()) {
                return used.group(1);
            }
        }
        return "unknown";
    }

    private static Pattern value(String type, String constant) throws ReflectiveOperationException {
        var field = Class.forName("org.obhut." + type).getDeclaredField(constant);
        field.setAccessible(true);
        return (Pattern) field.get(null);
    }

    /** Looks at all that it looks at, and says how often. @throws CountedText.TooManySteps past the most */
    long steps(String text, long most) {
        CountedText counted = new CountedText(text, most);
        Matcher matcher = pattern.matcher(counted);
        if (whole) {
            matcher.matches();
        } else {
            while (matcher.find()) {
                // Each match is where the next search begins.
            }
        }
        return counted.steps();
    }
}
