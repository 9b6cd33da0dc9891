package org.obhut.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obhut.codelist.CodeList;
import org.obhut.codelist.CodeLists;
import org.obhut.statistics.NonCounselling;

/** Puts a report together from published counts. It is given no true ones, so that it can tell none. */
final class Composition {

    private final CodeLists lists;
    private final Period period;
    private final Numbers now;
    private final @Nullable Numbers before;

    /** @param before null where the period before was not counted */
    Composition(CodeLists lists, Period period, Numbers now, @Nullable Numbers before) {
        this.lists = lists;
        this.period = period;
        this.now = now;
        this.before = before;
    }

    /** A draft. @param since the first month that was counted */
    Report draft(LocalDate asOf, YearMonth since, int version, @Nullable Narrative narrative) {
        List<Label> notes = new ArrayList<>();
        notes.add(Wording.of("note.rounding"));
        if (since.isAfter(period.first())) {
            notes.add(Wording.of("note.from", Wording.month(since, true)));
        }
        return new Report(
                Wording.of("publisher"),
                Wording.of("title." + period.kind(), period.number(), period.year()),
                period,
                asOf,
                Report.State.DRAFT,
                version,
                notes,
                new KeyFigures(period, now, before).all(),
                sections(),
                narrative);
    }

    private List<Section> sections() {
        CodeTable codes = new CodeTable(period, now, before);
        CaseTables cases = new CaseTables(period, now, before);
        ContactTables contacts = new ContactTables(now, ContactTables.channels(now, list(CodeLists.Name.CHANNEL)));
        Label share = Wording.of("note.share", Shares.LEAST);
        Label ofCases = Wording.of("note.cases");
        Label mentions = Wording.of("note.mentions");
        Label median = Wording.of("note.median", Shares.LEAST_ANSWERS);
        return List.of(
                section(
                        "contacts",
                        contacts.byMonth(period),
                        codes.each(
                                Published.NEW_AND_REPEAT, list(CodeLists.Name.HISTORY), code -> true, List.of(share))),
                section(
                        "who",
                        codes.each(Published.WHO, list(CodeLists.Name.WHO), code -> !code.retired(), List.of(ofCases))),
                section(
                        "topics",
                        codes.mentions(Published.TOPICS, list(CodeLists.Name.TOPIC), List.of(mentions, ofCases))),
                section(
                        "languages",
                        contacts.byLanguage(codes.codes(Published.LANGUAGES, list(CodeLists.Name.LANGUAGE)))),
                section("regions", cases.regions(list(CodeLists.Name.REGION), List.of(ofCases))),
                section("referrals", cases.referrals(list(CodeLists.Name.REFERRAL), List.of(mentions, ofCases))),
                section(
                        "answers",
                        codes.each(
                                Published.FIRST_ANSWERS,
                                list(CodeLists.Name.FIRST_ANSWER),
                                code -> true,
                                List.of(median))),
                section(
                        "others",
                        codes.each(
                                Published.NON_COUNSELLING,
                                list(CodeLists.Name.KIND),
                                code -> NonCounselling.KINDS.contains(code.key()),
                                List.of())));
    }

    private CodeList list(CodeLists.Name name) {
        return lists.list(name);
    }

    private static Section section(String key, ReportTable... tables) {
        return new Section(key, Wording.of("section." + key), List.of(tables));
    }
}
