package org.obhut.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The language of this request: chosen by {@code ?lang=}, kept in the browser's session, else what the browser wants. */
@RequestScoped
public class ChosenLanguage {

    private static final String ATTRIBUTE = "language";
    private static final Pattern PARAMETER = Pattern.compile("(?:^|&)lang=([a-z]+)(?:&|$)");

    private final HttpServletRequest request;

    @Inject
    public ChosenLanguage(HttpServletRequest request) {
        this.request = request;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ChosenLanguage() {
        this(null);
    }

    public Language language() {
        Optional<Language> asked = asked();
        asked.ifPresent(language -> request.getSession(true).setAttribute(ATTRIBUTE, language.tag()));
        return asked.or(this::kept)
                .orElseGet(() -> request.getHeader("Accept-Language") == null
                        ? Language.DE
                        : Language.wanted(Collections.list(request.getLocales())));
    }

    /** Survives a sign-out, which ends the browser's session. */
    void keep(Language language) {
        request.getSession(true).setAttribute(ATTRIBUTE, language.tag());
    }

    private Optional<Language> asked() {
        // Read from the query itself: asking for a parameter would read a posted form before its controller does.
        String query = request.getQueryString();
        Matcher found = PARAMETER.matcher(query == null ? "" : query);
        return found.find() ? Language.ofTag(found.group(1)) : Optional.empty();
    }

    private Optional<Language> kept() {
        HttpSession browser = request.getSession(false);
        return browser == null
                ? Optional.empty()
                : Optional.ofNullable((String) browser.getAttribute(ATTRIBUTE)).flatMap(Language::ofTag);
    }
}
