package org.obhut.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.obhut.statistics.Answers;
import org.obhut.statistics.FactHandle;

class SheetTest {

    private static final Map<String, List<String>> KNOWN = Map.of(
            Answers.WHO, List.of("press"), Answers.OUTCOME, List.of("informed"), Answers.REGION, List.of("koeln"));

    @Test
    void whatSomebodyHasSaidHoldsBeforeWhatIsKnownAndNothingIsAnAnswerToo() {
        Sheet sheet = Sheet.NONE.answers(Map.of(Answers.WHO, List.of("relative"), Answers.REGION, List.of()));
        assertEquals(Map.of(Answers.WHO, List.of("relative"), Answers.OUTCOME, List.of("informed")), sheet.over(KNOWN));
        assertEquals(KNOWN, Sheet.NONE.over(KNOWN));
    }

    @Test
    void onlyWhatWasSaidHereIsSaidAnewElsewhere() {
        Sheet sheet = Sheet.NONE.answers(Map.of(Answers.TOPICS, List.of("tax")));
        assertEquals(
                Map.of(Answers.TOPICS, List.of("debts")),
                sheet.followed(Answers.TOPICS, List.of("debts")).answers());
        assertEquals(sheet, sheet.followed(Answers.REGION, List.of("koeln")));
    }

    @Test
    void ofTwoCasesThatAreOneTheTopicsAddUpAgainAndOneFactStays() {
        FactHandle fact = new FactHandle("00ff");
        Sheet stays = Sheet.NONE.answers(Map.of(Answers.WHO, List.of("press"), Answers.TOPICS, List.of("tax")));
        Sheet ends = new Sheet(Map.of(Answers.WHO, List.of("relative"), Answers.REGION, List.of("koeln")), fact, false);
        assertEquals(
                new Sheet(Map.of(Answers.WHO, List.of("press"), Answers.REGION, List.of("koeln")), fact, false),
                stays.merged(ends));
    }
}
