package org.obhut.console;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The headers that every answer has (OWASP Secure Headers; CSP Level 3). */
public final class Headers {

    private static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin");

    private Headers() {}

    /** What an answer lacks. */
    public static List<String> missing(String of, HttpResponse<?> answer) {
        List<String> missing = new ArrayList<>();
        ALWAYS.forEach((name, value) -> {
            if (!value(answer, name).equals(value)) {
                missing.add(of + " " + answer.statusCode() + ": " + name);
            }
        });
        String policy = value(answer, "Content-Security-Policy");
        if (!policy.startsWith("default-src 'none'")
                || unguarded(policy).contains("unsafe")
                || !policy.contains("frame-ancestors ")
                || !policy.contains("base-uri 'none'")
                || !policy.contains("form-action ")) {
            missing.add(of + " " + answer.statusCode() + ": Content-Security-Policy " + policy);
        }
        if (!value(answer, "Permissions-Policy").contains("camera=()")) {
            missing.add(of + " " + answer.statusCode() + ": Permissions-Policy");
        }
        if (!value(answer, "Cache-Control").contains("no-store")) {
            missing.add(of + " " + answer.statusCode() + ": Cache-Control");
        }
        for (String name : List.of("Server", "X-Powered-By")) {
            if (!value(answer, name).isEmpty()) {
                missing.add(of + " " + answer.statusCode() + ": says " + name);
            }
        }
        return missing;
    }

    /** A mail keeps its own styles in a frame that may do nothing else. */
    private static String unguarded(String policy) {
        boolean boxed =
                policy.contains("; sandbox") && !policy.contains("allow-scripts") && !policy.contains("script-src");
        return boxed ? policy.replaceAll("style-src(-attr)? 'unsafe-inline'", "") : policy;
    }

    private static String value(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
