package org.obhut.console;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.call.CallDraft;
import org.obhut.call.NewCall;
import org.obhut.codelist.Code;
import org.obhut.codelist.CodeList;
import org.obhut.codelist.CodeLists;
import org.obhut.codelist.CodeLists.Name;
import org.obhut.platform.InvalidInput;

/** A call as it was typed, whether it can be logged or not: a refused form gives back every answer. */
public record CallForm(MultivaluedMap<String, String> fields) {

    /** The fields that are kept of a call that somebody is in. */
    private static final Set<String> KEPT = Set.of(
            "kind",
            "who",
            "topics",
            "language",
            "region",
            "interpreter",
            "gender",
            "ageBand",
            "origin",
            "duration",
            "byHand",
            "outcome",
            "referral",
            "place",
            "ticket",
            "from",
            "team",
            "callback",
            "followUp",
            "mail",
            "firstMail",
            "note");

    /** As it was kept. A duration that nobody chose follows the clock again. */
    static CallForm of(CallDraft draft) {
        MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
        draft.fields().forEach((name, values) -> fields.put(name, List.copyOf(values)));
        var form = new CallForm(fields);
        if (form.value("byHand").isEmpty()) {
            fields.remove("duration");
        }
        return form;
    }

    /** What is kept of it. @throws InvalidInput where its id or its beginning are not what the page has put there */
    CallDraft draft() {
        try {
            Map<String, List<String>> kept = new TreeMap<>(fields);
            kept.keySet().retainAll(KEPT);
            String sequence = value("sequence");
            return new CallDraft(
                    UUID.fromString(value("draft")),
                    Instant.parse(value("began")),
                    sequence.isEmpty() ? CallDraft.LAST : Long.parseLong(sequence),
                    kept);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new InvalidInput("draft", "unknown-value");
        }
    }

    /** Before the names of what was typed into the form when a single key logged the call. */
    private static final String TYPED = "typed.";

    /** What was typed when a single key logged the call; this form where none did. */
    private CallForm typed() {
        MultivaluedMap<String, String> typed = new MultivaluedHashMap<>();
        fields.forEach((name, values) -> {
            if (name.startsWith(TYPED)) {
                typed.put(name.substring(TYPED.length()), values);
            }
        });
        return typed.isEmpty() ? this : new CallForm(typed);
    }

    /**
     * The form of a call that is logged, to be given back where the call is taken back: as it was sent, with the duration that it had.
     *
     * @throws InvalidInput as {@link #draft()}
     */
    CallDraft logged() {
        CallDraft sent = typed().draft();
        Map<String, List<String>> kept = new TreeMap<>(sent.fields());
        if (!value("duration").isEmpty()) {
            kept.put("byHand", List.of("yes"));
        }
        return new CallDraft(sent.id(), sent.began(), 0, kept);
    }

    /** The draft that the form was begun as, null where it names none. */
    @Nullable
    UUID draftId() {
        return CallPage.id(value("draft")) ? UUID.fromString(value("draft")) : null;
    }

    /** An empty form: a counselling call that is only counted, or added to a ticket. */
    static CallForm empty(@Nullable String ticket) {
        MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
        fields.putSingle("kind", "counselling");
        fields.putSingle("ticket", ticket == null ? "none" : ticket);
        return new CallForm(fields);
    }

    public String value(String field) {
        String value = fields.getFirst(field);
        return value == null ? "" : value.strip();
    }

    public Set<String> values(String field) {
        return Set.copyOf(fields.getOrDefault(field, List.of()));
    }

    /** Where the call goes if not into the count alone or a new ticket: a ticket's id, else empty. */
    public String ticket() {
        String ticket = value("ticket");
        return ticket.equals("none") || ticket.equals("new") ? value("from") : ticket;
    }

    /** @throws InvalidInput where the day does not exist, or the region is none of the list's */
    NewCall call(CodeLists lists) {
        return new NewCall(
                value("kind"),
                value("ticket"),
                answer("team"),
                answer("callback"),
                answer("who"),
                answer("gender"),
                answer("ageBand"),
                answer("origin"),
                List.copyOf(values("topics")),
                answer("language"),
                !value("interpreter").isEmpty(),
                region(lists.list(Name.REGION)),
                answer("duration"),
                answer("outcome"),
                answer("referral"),
                answer("place"),
                answer("mail"),
                answer("firstMail"),
                answer("note"),
                day(),
                answer("key"));
    }

    private @Nullable String answer(String field) {
        String value = value(field);
        return value.isEmpty() ? null : value;
    }

    private @Nullable String region(CodeList regions) {
        String typed = value("region");
        if (typed.isEmpty()) {
            return null;
        }
        return RegionChoice.of(typed, regions)
                .map(Code::key)
                .orElseThrow(() -> new InvalidInput("region", "not-one-region"));
    }

    private @Nullable LocalDate day() {
        String day = answer("followUp");
        try {
            return day == null ? null : LocalDate.parse(day);
        } catch (DateTimeException e) {
            throw new InvalidInput("followUp", "no-day");
        }
    }
}
