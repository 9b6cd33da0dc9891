package org.obhut.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.obhut.statistics.Answers;
import org.obhut.ticket.TimelineEntry.Direction;
import org.obhut.ticket.TimelineEntry.Kind;

/** What a statistics sheet says before anybody has looked at it. */
class KnownAnswersTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final List<TimelineEntry> timeline = new ArrayList<>();

    private UUID add(
            Kind kind,
            Direction direction,
            @Nullable String author,
            Map<String, String> attributes,
            @Nullable String event,
            @Nullable String value) {
        UUID id = UUID.randomUUID();
        Instant at = NOON.plus(Duration.ofHours(3L * timeline.size()));
        timeline.add(new TimelineEntry(
                id,
                kind,
                direction,
                at,
                author,
                null,
                null,
                "",
                "",
                "",
                null,
                MailKind.PERSONAL,
                null,
                Party.CLIENT,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                List.of(),
                attributes,
                event,
                value,
                List.of()));
        return id;
    }

    private UUID call(String... answers) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < answers.length; i += 2) {
            attributes.put(answers[i], answers[i + 1]);
        }
        return add(Kind.CALL, Direction.IN, "anna", attributes, null, null);
    }

    private void referred(String place, String kind, @Nullable String result, @Nullable UUID call) {
        Map<String, String> attributes = new Referral(place, kind, result, call).attributes();
        add(Kind.EVENT, Direction.OUT, "anna", attributes, "referred", place);
    }

    private void event(String event, Map<String, String> attributes, @Nullable String value) {
        add(Kind.EVENT, Direction.OUT, "anna", attributes, event, value);
    }

    private Map<String, List<String>> known(Channel channel, Particulars particulars) {
        return KnownAnswers.of(channel, "ro", particulars, timeline);
    }

    private void assertReferrals(List<String> made, List<String> failed) {
        Map<String, List<String>> known = known(Channel.PHONE, Particulars.NONE);
        assertEquals(made, known.getOrDefault(Answers.REFERRAL, List.of()), "made");
        assertEquals(failed, known.getOrDefault(Answers.FAILED_REFERRAL, List.of()), "failed");
    }

    @Test
    void whatStandsInTheTicketIsFilledIn() {
        add(Kind.MESSAGE, Direction.IN, null, Map.of(), null, null);
        add(Kind.MESSAGE, Direction.OUT, null, Map.of(), null, null);
        add(Kind.MESSAGE, Direction.OUT, "anna", Map.of(), null, null);
        call("kind", "information", "who", "sex-worker", "topics", "tax,debts", "region", "bonn");
        call("who", "relative", "topics", "tax,housing", "outcome", "informed");
        Map<String, List<String>> known =
                known(Channel.MAIL, Particulars.NONE.topics(List.of("violence")).region("koeln"));
        assertEquals(
                Map.of(
                        Answers.CHANNEL, List.of("mail"),
                        Answers.KIND, List.of("information"),
                        Answers.LANGUAGE, List.of("ro"),
                        Answers.WHO, List.of("relative"),
                        Answers.TOPICS, List.of("tax", "debts", "housing", "violence"),
                        Answers.REGION, List.of("koeln"),
                        Answers.OUTCOME, List.of("informed"),
                        Answers.FIRST_ANSWER, List.of("4-to-8-hours")),
                known,
                "an acknowledgement after three hours is no answer, ours after six is");
    }

    @Test
    void aPlaceThatWasNotedTwiceCountsOnceWithItsLastResult() {
        referred("Haus am Fluss", "shelter", "declined-by-place", null);
        assertReferrals(List.of(), List.of("shelter"));
        referred("haus am fluss ", "shelter", "arrived", null);
        assertReferrals(List.of("shelter"), List.of());
        referred("Haus am Fluss", "shelter", null, null);
        assertReferrals(List.of("shelter"), List.of());
        referred("Amt", "health-office", "declined-by-client", null);
        assertReferrals(List.of("shelter"), List.of("health-office"));
        assertEquals(List.of("referred"), known(Channel.PHONE, Particulars.NONE).get(Answers.OUTCOME));
    }

    @Test
    void whatACallHasSaidOfAPlaceHoldsUntilSomebodySaysHowItWentOn() {
        UUID call = call("referral", "shelter");
        referred("Haus am Fluss", "shelter", null, call);
        assertReferrals(List.of("shelter"), List.of());
        timeline.remove(1);
        referred("Haus am Fluss", "shelter", "failed", call);
        assertReferrals(List.of(), List.of("shelter"));
        call("referral", "failed");
        assertReferrals(List.of(), List.of(Answers.UNKNOWN, "shelter"));
    }

    @Test
    void noPlaceFoundCountsByWhatWasLookedForUntilOneIsFound() {
        event("no-place-found", Map.of(), null);
        event("no-place-found", Referral.attributes("shelter"), null);
        event("no-place-found", Referral.attributes("shelter"), null);
        assertReferrals(List.of(), List.of(Answers.UNKNOWN, "shelter"));
        referred("Haus am Fluss", "shelter", "appointment", null);
        assertReferrals(List.of("shelter"), List.of(Answers.UNKNOWN));
    }

    @Test
    void whatWasNotedByMistakeDoesNotCount() {
        event(
                "referred",
                Referral.takenBack(new Referral("Amt", "health-office", "arrived", null).attributes()),
                "Amt");
        event("no-place-found", Referral.takenBack(Referral.attributes("shelter")), null);
        assertReferrals(List.of(), List.of());
    }

    @Test
    void aReferralOfBeforeItsKindWasNotedIsToAnotherPlaceUnlessACallHasSaidMore() {
        event("referred", Map.of(), "Amt");
        assertReferrals(List.of("other"), List.of());
        call("referral", "health-office");
        assertReferrals(List.of("health-office"), List.of());
    }
}
