package org.obhut.ticket;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What counsellors say of a case, sealed with its summary.
 *
 * @param topics keys of the code list {@code topic}, in its order
 * @param region a key of the code list {@code region}, null where nobody has said
 * @param safeContact how the client can be written to without danger
 * @param urgency null where the ticket is not urgent
 * @param sheet what is to be counted of it
 */
public record Particulars(
        List<String> topics,
        @Nullable String region,
        SafeContact safeContact,
        @Nullable Urgency urgency,
        Sheet sheet) {

    /** Nothing is said yet. */
    public static final Particulars NONE = new Particulars(List.of(), null, SafeContact.NONE, null, Sheet.NONE);

    Particulars topics(List<String> keys) {
        return new Particulars(List.copyOf(keys), region, safeContact, urgency, sheet);
    }

    Particulars region(@Nullable String key) {
        return new Particulars(topics, key, safeContact, urgency, sheet);
    }

    Particulars safeContact(SafeContact hints) {
        return new Particulars(topics, region, hints, urgency, sheet);
    }

    Particulars urgency(@Nullable Urgency next) {
        return new Particulars(topics, region, safeContact, next, sheet);
    }

    Particulars sheet(Sheet next) {
        return new Particulars(topics, region, safeContact, urgency, next);
    }

    /** Nothing is to be done at present, or something is again. */
    Particulars settled(boolean now) {
        return urgency == null ? this : urgency(urgency.settled(now));
    }

    /** Of two tickets that turn out to be one case: all that is said of either. */
    Particulars merged(Particulars other) {
        return new Particulars(
                Stream.concat(topics.stream(), other.topics.stream()).distinct().toList(),
                region == null ? other.region : region,
                safeContact.merged(other.safeContact),
                Urgency.first(urgency, other.urgency),
                sheet.merged(other.sheet));
    }

    void write(ClearWriter to) {
        to.put("topics", topics)
                .put("region", region)
                .one("safeContact", safeContact.isEmpty() ? null : safeContact, (part, hints) -> hints.write(part))
                .one("urgency", urgency, (part, one) -> one.write(part))
                .one("sheet", sheet.isEmpty() ? null : sheet, (part, one) -> one.write(part));
    }

    /** Summaries that were sealed before there were any have none. */
    static Particulars read(ClearReader from) {
        @Nullable Particulars known = from.one("particulars", Particulars::inner);
        return known == null ? NONE : known;
    }

    private static Particulars inner(ClearReader from) {
        @Nullable SafeContact hints = from.one("safeContact", SafeContact::read);
        @Nullable Sheet sheet = from.one("sheet", Sheet::read);
        return new Particulars(
                from.textsOrNone("topics"),
                from.textOrNull("region"),
                hints == null ? SafeContact.NONE : hints,
                from.one("urgency", Urgency::read),
                sheet == null ? Sheet.NONE : sheet);
    }
}
