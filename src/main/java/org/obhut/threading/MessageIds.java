package org.obhut.threading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Message identifiers (RFC 5322 section 3.6.4) as they come: with blanks within, without brackets, between words of
 * In-Reply-To's obsolete form. They are given without brackets; the left side keeps its case.
 */
public final class MessageIds {

    /** More references than this are not followed: conversations stay below, attacks do not. */
    static final int MOST = 200;

    private static final int LONGEST = 998;
    private static final Pattern BRACKETED = Pattern.compile("<([^<>]{1,1000})>");
    private static final Pattern BARE = Pattern.compile("[^\\s<>,;()\"]{1,500}@[^\\s<>,;()\"]{1,255}");

    private MessageIds() {}

    /** All identifiers of a raw field in their order. */
    public static List<String> all(String raw) {
        Set<String> found = new LinkedHashSet<>();
        Matcher matcher = BRACKETED.matcher(raw);
        while (matcher.find()) {
            add(found, matcher.group(1));
        }
        if (found.isEmpty()) {
            Matcher bare = BARE.matcher(raw);
            while (bare.find()) {
                add(found, bare.group());
            }
        }
        return List.copyOf(found);
    }

    private static void add(Set<String> found, String id) {
        String clean = id.replaceAll("\\s+", "");
        if (!clean.isEmpty() && clean.length() <= LONGEST) {
            found.add(clean);
        }
    }

    /** The identifier of a Message-ID field; where it has no form at all, its text serves, as others will refer to it so. */
    public static Optional<String> first(String raw) {
        Optional<String> id = all(raw).stream().findFirst();
        String text = raw.strip();
        return id.isPresent() || text.isEmpty() || text.length() > LONGEST ? id : Optional.of(text);
    }

    /** In-Reply-To, then References from the newest to the oldest. */
    public static List<String> nearestFirst(String inReplyTo, String references) {
        Set<String> found = new LinkedHashSet<>(all(inReplyTo));
        List<String> older = new ArrayList<>(all(references));
        Collections.reverse(older);
        found.addAll(older);
        return found.stream().limit(MOST).toList();
    }
}
