package org.obhut.codelist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.obhut.account.Caller;
import org.obhut.account.Refused;
import org.obhut.account.Role;
import org.obhut.audit.Act;
import org.obhut.audit.AuditTrail;
import org.obhut.codelist.CodeListRows.Saved;
import org.obhut.codelist.CodeLists.Name;
import org.obhut.platform.InvalidInput;

/**
 * Changes of the code lists by coordinators and leads, who make the reports. Each method is one transaction, checks the caller's rights
 * itself, and is a new version of the list; it throws {@link CodeListChanged} for a list that is not of the version the caller saw.
 */
@ApplicationScoped
@Transactional
public class CodeListEditing {

    /** How many versions are shown and can be gone back to. */
    static final int SHOWN = 20;

    private final CodeListRows rows;
    private final AuditTrail audit;
    private final Clock clock;
    private final Consumer<CodeListSaved> saved;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected CodeListEditing() {
        this(null, null, null, (Consumer<CodeListSaved>) null);
    }

    @Inject
    CodeListEditing(CodeListRows rows, AuditTrail audit, Clock clock, Event<CodeListSaved> saved) {
        this(rows, audit, clock, saved::fire);
    }

    CodeListEditing(CodeListRows rows, AuditTrail audit, Clock clock, Consumer<CodeListSaved> saved) {
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
        this.saved = saved;
    }

    /** Whether the caller may see and change them. */
    public static boolean may(Caller caller) {
        return caller.has(Role.COORDINATOR)
                || caller.has(Role.LEAD)
                || !caller.leads().isEmpty();
    }

    /** The versions of a list that can be changed, the one of today first, and where it is among them the one that came with the program. */
    public List<CodeListVersion> versions(Caller caller, Name name) {
        require(caller, name);
        List<Saved> last = rows.last(name, SHOWN + 1);
        List<CodeListVersion> versions = new ArrayList<>();
        for (int i = 0; i < Math.min(last.size(), SHOWN); i++) {
            CodeList list = CodeLists.completed(name, last.get(i).list());
            CodeList before = i + 1 < last.size()
                    ? CodeLists.completed(name, last.get(i + 1).list())
                    : CodeLists.delivered(name);
            versions.add(new CodeListVersion(
                    list, last.get(i).at(), last.get(i).by(), CodeListChange.between(before, list)));
        }
        if (last.size() <= SHOWN) {
            versions.add(new CodeListVersion(CodeLists.delivered(name), null, null, List.of()));
        }
        return versions;
    }

    /**
     * Adds a value.
     *
     * @param tag of BCP 47 where it is a language; no other list has one
     * @param seen the version that the caller saw
     * @throws InvalidInput naming the field: {@code german}, {@code english}, {@code tag}
     */
    public void add(Caller caller, Name name, String german, String english, String tag, int seen) {
        change(caller, name, seen, list -> new CodeListEdit(name, list).add(german, english, tag));
    }

    /** @throws InvalidInput naming the field: {@code german}, {@code english}, {@code code} */
    public void rename(Caller caller, Name name, String key, String german, String english, int seen) {
        change(caller, name, seen, list -> new CodeListEdit(name, list).rename(key, german, english));
    }

    /** Offers it no longer. What was said with it before stays. @throws InvalidInput where the program needs it */
    public void retire(Caller caller, Name name, String key, int seen) {
        change(caller, name, seen, list -> new CodeListEdit(name, list).retire(key));
    }

    /** Offers it again. */
    public void offer(Caller caller, Name name, String key, int seen) {
        change(caller, name, seen, list -> new CodeListEdit(name, list).offer(key));
    }

    /** Moves it one place up or down. */
    public void move(Caller caller, Name name, String key, boolean up, int seen) {
        change(caller, name, seen, list -> new CodeListEdit(name, list).move(key, up));
    }

    /** Makes it again as it was in a version that is shown. @throws InvalidInput where there is none such */
    public void back(Caller caller, Name name, int version, int seen) {
        CodeList then = versions(caller, name).stream()
                .map(CodeListVersion::list)
                .filter(list -> list.version() == version)
                .findFirst()
                .orElseThrow(() -> new InvalidInput("version", "unknown-value"));
        change(caller, name, seen, list -> new CodeListEdit(name, list).back(then));
    }

    private void change(Caller caller, Name name, int seen, Function<CodeList, CodeList> edit) {
        CodeList current = versions(caller, name).get(0).list();
        if (current.version() != seen) {
            throw new CodeListChanged();
        }
        CodeList next = edit.apply(current);
        if (next.equals(current)) {
            return;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!rows.add(new Saved(next, now, caller.name()))) {
            throw new CodeListChanged();
        }
        saved.accept(new CodeListSaved(name));
        audit.count(Act.CODE_LIST_CHANGED, caller.person(), next.version());
    }

    private static void require(Caller caller, Name name) {
        if (!may(caller)) {
            throw new Refused("coordinator or lead");
        }
        if (!name.open()) {
            throw new InvalidInput("list", "fixed");
        }
    }
}
