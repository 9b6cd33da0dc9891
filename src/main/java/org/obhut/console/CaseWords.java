package org.obhut.console;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.obhut.codelist.Code;
import org.obhut.codelist.CodeList;
import org.obhut.codelist.CodeLists;
import org.obhut.codelist.CodeLists.Name;
import org.obhut.statistics.Answers;
import org.obhut.ticket.Particulars;
import org.obhut.ticket.Referral;
import org.obhut.ticket.TicketView;
import org.obhut.ticket.TimelineEntry;
import org.obhut.ticket.Urgency;
import org.obhut.urgency.CrisisText;

/** The lists by which a case is described, and what is said in a crisis, as the pages show them. */
public final class CaseWords {

    private static final CrisisText CRISIS = new CrisisText();

    private CaseWords() {}

    /** The topics of the list that a case has, or those that it could have as well. */
    public static List<Code> topics(CodeLists lists, Particulars particulars, boolean chosen) {
        return lists.list(Name.TOPIC).offered(particulars.topics()).codes().stream()
                .filter(topic -> particulars.topics().contains(topic.key()) == chosen)
                .toList();
    }

    /** The topics of a case in words. */
    public static String topicWords(Frame frame, Particulars particulars) {
        return String.join(", ", topicWords(frame.lists(), frame.language(), particulars));
    }

    private static List<String> topicWords(CodeLists lists, Language language, Particulars particulars) {
        return topics(lists, particulars, true).stream()
                .map(topic -> topic.label(language.tag()))
                .toList();
    }

    /** Topics and region in words, for the client's own copy. */
    static List<String> about(CodeLists lists, Language language, Particulars particulars) {
        Stream<String> region = Stream.ofNullable(particulars.region())
                .flatMap(key -> lists.list(Name.REGION).find(key).stream())
                .map(code -> code.label(language.tag()));
        return Stream.concat(topicWords(lists, language, particulars).stream(), region)
                .toList();
    }

    /** What can become of a referral. */
    public static CodeList referralResults(CodeLists lists) {
        return lists.list(Name.REFERRAL_RESULT);
    }

    /** The kinds of place that can be looked for. */
    public static List<Code> placesSought(CodeLists lists) {
        Set<String> noPlace = Set.of(Answers.FAILED, Answers.NOBODY);
        return lists.list(Name.REFERRAL).offered().stream()
                .filter(code -> !noPlace.contains(code.key()))
                .toList();
    }

    /** A label of a list in words; empty where the list does not have the key, or there is none. */
    static String label(Frame frame, Name list, Optional<String> key) {
        return key.flatMap(frame.lists().list(list)::find)
                .map(code -> code.label(frame.language().tag()))
                .orElse("");
    }

    /** What was noted of referrals, oldest first. */
    public static List<TimelineEntry> referrals(TicketView ticket) {
        return ticket.timeline().stream()
                .filter(entry -> Referral.made(entry) || Referral.notFound(entry))
                .filter(entry -> !Referral.takenBack(entry))
                .toList();
    }

    /** The kind of place that was looked for or found, in words; empty where nobody has said. */
    public static String placeKind(Frame frame, TimelineEntry entry) {
        return label(frame, Name.REFERRAL, Referral.kind(entry));
    }

    /** What became of a referral, in words; empty where nobody has said. */
    public static String referralResult(Frame frame, TimelineEntry entry) {
        return label(frame, Name.REFERRAL_RESULT, Referral.result(entry));
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
