package org.obhut.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.obhut.codelist.Code;
import org.obhut.codelist.CodeLists;
import org.obhut.codelist.CodeLists.Name;
import org.obhut.ticket.TimelineEntry;

/** What was answered from the code lists, in words, as a call shows it in the timeline. */
public final class CallFacts {

    private static final Map<String, Name> FIELDS = new LinkedHashMap<>();

    static {
        FIELDS.put("kind", Name.KIND);
        FIELDS.put("who", Name.WHO);
        FIELDS.put("topics", Name.TOPIC);
        FIELDS.put("language", Name.LANGUAGE);
        FIELDS.put("region", Name.REGION);
        FIELDS.put("outcome", Name.OUTCOME);
        FIELDS.put("referral", Name.REFERRAL);
        FIELDS.put("duration", Name.DURATION);
    }

    private CallFacts() {}

    public static List<String> of(CodeLists lists, TimelineEntry call, Language language) {
        List<String> words = new ArrayList<>();
        FIELDS.forEach((field, name) -> Arrays.stream(
                        call.attributes().getOrDefault(field, "").split(","))
                .flatMap(key -> lists.list(name).find(key).stream())
                .map((Code code) -> code.label(language.tag()))
                .forEach(words::add));
        return words;
    }
}
