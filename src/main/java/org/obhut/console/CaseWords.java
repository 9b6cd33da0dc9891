package org.obhut.console;

import java.util.List;
import java.util.stream.Stream;
import org.obhut.codelist.Code;
import org.obhut.codelist.CodeList;
import org.obhut.codelist.CodeLists;
import org.obhut.codelist.CodeLists.Name;
import org.obhut.ticket.Particulars;
import org.obhut.ticket.Urgency;
import org.obhut.urgency.CrisisText;

/** The lists by which a case is described, and what is said in a crisis, as the pages show them. */
public final class CaseWords {

    private static final CodeLists LISTS = new CodeLists();
    private static final CrisisText CRISIS = new CrisisText();

    private CaseWords() {}

    /** The topics of the list that a case has, or those that it has not. */
    public static List<Code> topics(Particulars particulars, boolean chosen) {
        return LISTS.list(Name.TOPIC).codes().stream()
                .filter(topic -> particulars.topics().contains(topic.key()) == chosen)
                .toList();
    }

    /** The topics of a case in words. */
    public static String topicWords(Frame frame, Particulars particulars) {
        return String.join(", ", topicWords(frame.language(), particulars));
    }

    private static List<String> topicWords(Language language, Particulars particulars) {
        return topics(particulars, true).stream()
                .map(topic -> topic.label(language.tag()))
                .toList();
    }

    /** Topics and region in words, for the client's own copy. */
    static List<String> about(Language language, Particulars particulars) {
        Stream<String> region = Stream.ofNullable(particulars.region())
                .flatMap(key -> regions().find(key).stream())
                .map(code -> code.label(language.tag()));
        return Stream.concat(topicWords(language, particulars).stream(), region).toList();
    }

    public static CodeList regions() {
        return LISTS.list(Name.REGION);
    }

    public static CodeList languages() {
        return LISTS.list(Name.LANGUAGE);
    }

    /** Whether only words in a mail say that a ticket is urgent. */
    public static boolean proposed(Particulars particulars) {
        Urgency urgency = particulars.urgency();
        return urgency != null && urgency.proposed();
    }

    /** The emergency numbers in the client's language. */
    public static String crisis(String language) {
        return CRISIS.in(language);
    }
}
