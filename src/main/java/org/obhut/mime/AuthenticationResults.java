package org.obhut.mime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What receiving servers found out about who sent a mail (RFC 8601). Anybody can write such a field into a mail, so a result
 * counts only by the name of the server that is trusted to remove the fields that others forged in its name (section 5), and of
 * several fields by that name the topmost counts, since servers write above what was there.
 */
public final class AuthenticationResults {

    /** The name of a server that gives none, as Microsoft 365 does. */
    public static final String UNNAMED = "-";

    private static final Pattern RESULT = Pattern.compile("([\\w-]+)(?:\\s*/\\s*\\d+)?\\s*=\\s*([\\w-]+)(.*)");
    private static final Pattern POLICY = Pattern.compile("\\((?:p|policy)=([a-zA-Z]+)");
    private static final Pattern PROPERTY =
            Pattern.compile("(?<![\\w-])([\\w-]++\\.[\\w-]++|action)\\s*=\\s*(\"[^\"]*\"|[^\\s\"]+)");

    /**
     * What one method found.
     *
     * @param method in lower case: {@code dkim}, {@code spf}, {@code dmarc}, …
     * @param value in lower case: {@code pass}, {@code fail}, {@code none}, …
     * @param properties such as {@code header.d}, names in lower case, values as written; {@code policy.p} stands for a DMARC
     *     policy that servers write into a comment, {@code action} is Microsoft's
     */
    public record Result(String method, String value, Map<String, String> properties) {

        public boolean passed() {
            return value.equals("pass");
        }
    }

    private record Statement(String server, List<Result> results) {}

    private final List<Statement> statements;

    private AuthenticationResults(List<Statement> statements) {
        this.statements = List.copyOf(statements);
    }

    public static AuthenticationResults of(HeaderFields headers) {
        return new AuthenticationResults(headers.every("authentication-results").stream()
                .map(AuthenticationResults::statement)
                .toList());
    }

    /** What this server states; its name is compared without case. Each method's results are those of the topmost field. */
    public List<Result> by(String server) {
        List<Result> found = new ArrayList<>();
        Set<String> settled = new HashSet<>();
        for (Statement statement : statements) {
            if (statement.server().equalsIgnoreCase(server)) {
                List<Result> news = statement.results().stream()
                        .filter(result -> !settled.contains(result.method()))
                        .toList();
                news.forEach(result -> settled.add(result.method()));
                found.addAll(news);
            }
        }
        return found;
    }

    private static Statement statement(String field) {
        List<String> parts = parts(field);
        // A name may be followed by a version (section 2.2).
        String head = parts.get(0).strip();
        boolean named = !head.contains("=");
        List<Result> results = new ArrayList<>();
        for (String part : parts.subList(named ? 1 : 0, parts.size())) {
            Matcher result = RESULT.matcher(part.strip());
            if (result.matches()) {
                results.add(new Result(lower(result.group(1)), lower(result.group(2)), properties(result.group(3))));
            }
        }
        return new Statement(named ? head.split("\\s", 2)[0] : UNNAMED, results);
    }

    /**
     * The parts between semicolons, without comments. A local part is the sender's to choose and may have a semicolon or a bracket
     * within quotes: what is quoted divides nothing. A field whose quote or comment does not end says nothing at all.
     */
    private static List<String> parts(String field) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int comments = 0;
        boolean quoted = false;
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == '\\' && (quoted || comments > 0)) {
                i++;
            } else if (quoted || c == '"' && comments == 0) {
                quoted = quoted ^ c == '"';
                part.append(c);
            } else if (c == '(' || c == ')' && comments > 0) {
                comments += c == '(' ? 1 : -1;
                part.append(' ');
                Matcher policy = POLICY.matcher(field);
                if (c == '(' && comments == 1 && policy.find(i) && policy.start() == i) {
                    part.append("policy.p=").append(policy.group(1)).append(' ');
                }
            } else if (c == ';' && comments == 0) {
                parts.add(part.toString());
                part.setLength(0);
            } else if (comments == 0) {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return quoted || comments > 0 ? List.of("") : parts;
    }

    private static Map<String, String> properties(String text) {
        Map<String, String> properties = new HashMap<>();
        Matcher property = PROPERTY.matcher(text);
        while (property.find()) {
            String value = property.group(2).replace("\"", "");
            properties.putIfAbsent(lower(property.group(1)), value);
        }
        return properties;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
