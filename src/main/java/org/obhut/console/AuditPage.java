package org.obhut.console;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.obhut.account.AuditReading;
import org.obhut.account.AuditReading.Entry;
import org.obhut.account.AuditReading.Named;
import org.obhut.audit.Act;
import org.obhut.audit.Verdict;
import org.obhut.audit.Verdict.Fault;

/**
 * The audit trail, as far as it was asked for.
 *
 * @param months that can be asked for, newest first
 * @param act name of the act that is asked for, empty for all
 * @param person id of the person who is asked for, empty for all
 * @param month such as {@code 2026-11}, empty for all
 * @param further whether this is not the newest page
 */
public record AuditPage(
        AuditReading.Page page,
        Verdict verdict,
        List<Named> people,
        List<YearMonth> months,
        String act,
        String person,
        String month,
        boolean further) {

    private static final Set<Fault> LOST = Set.of(Fault.CUT_OFF, Fault.EXCHANGED, Fault.UNKNOWN);

    /** All acts, by their sentences. */
    public static List<Act> acts(Frame frame) {
        return Stream.of(Act.values())
                .sorted(Comparator.comparing(act -> kind(frame, act.name())))
                .toList();
    }

    /** What an act is called where no number is at hand. */
    public static String kind(Frame frame, String act) {
        String key = "audit.kind." + act;
        return frame.texts().has(key) ? frame.t(key) : sentence(frame, act, 0);
    }

    /** Whether there is a sheet for the file about it. */
    public static boolean proved(Entry entry) {
        return entry.act().equals(Act.TICKET_ERASED_AT_ONCE.name());
    }

    /** What was done. */
    public static String sentence(Frame frame, Entry entry) {
        return sentence(frame, entry.act(), entry.number());
    }

    private static String sentence(Frame frame, String act, long number) {
        String key = "audit.act." + act;
        return frame.texts().has(key) ? frame.t(key, number) : act;
    }

    public boolean whole() {
        return verdict instanceof Verdict.Intact;
    }

    /** Says that the chain is whole, or which line is not and what that means. */
    public String checked(Frame frame) {
        if (verdict instanceof Verdict.Broken broken) {
            return frame.t("audit.broken." + broken.fault(), broken.position());
        }
        return frame.t("audit.intact", ((Verdict.Intact) verdict).lines());
    }

    /** Whether the trail can be resumed although lines are missing. */
    public boolean resumable() {
        return verdict instanceof Verdict.Broken broken && LOST.contains(broken.fault());
    }

    public boolean filtered() {
        return !act.isEmpty() || !person.isEmpty() || !month.isEmpty();
    }

    /** The address of the page with older lines. */
    public String older() {
        return "/admin/audit?act=" + act + "&person=" + person + "&month=" + month + "&below=" + page.next();
    }
}
