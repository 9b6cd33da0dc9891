package org.obhut.ticket;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.obhut.platform.InvalidInput;

/**
 * That a client agreed to what a forward hands on. Without it nothing goes out: what a client tells a counsellor is under
 * section 203 StGB.
 *
 * @param how the client said so
 * @param on the day
 * @param note in the counsellor's words, empty for none
 */
public record Consent(How how, LocalDate on, String note) {

    /** How a client agreed. */
    public enum How {
        PHONE,
        MAIL,
        IN_PERSON
    }

    private static final int LONGEST_NOTE = 2_000;

    /** @throws InvalidInput where the day is yet to come or the note too long */
    Consent checked(LocalDate today) {
        if (on.isAfter(today)) {
            throw new InvalidInput("consent.on", "future");
        }
        if (note.length() > LONGEST_NOTE) {
            throw new InvalidInput("consent.note", "too-long");
        }
        return this;
    }

    Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("how", how.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        attributes.put("on", on.toString());
        if (!note.isBlank()) {
            attributes.put("note", note.strip());
        }
        return attributes;
    }
}
