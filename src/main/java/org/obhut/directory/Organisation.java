package org.obhut.directory;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A place that clients can be referred to.
 *
 * @param kind a code of the list {@code place}
 * @param town empty where it is nowhere in particular, such as a telephone line
 * @param hours when it is open, as OpenStreetMap's {@code opening_hours} writes simple ones; empty where that is unknown
 * @param note for colleagues, never for clients
 * @param checkedOn when somebody last made sure of all this
 */
public record Organisation(
        String name,
        String kind,
        String town,
        Offer offer,
        Reach reach,
        String hours,
        Terms terms,
        String note,
        LocalDate checkedOn) {

    /** Entries are to be made sure of twice a year. */
    private static final int MONTHS_OF_TRUST = 6;

    /**
     * What it does, and for whom.
     *
     * @param regions codes of the list {@code region}; none where it serves the whole state
     * @param services codes of the list {@code service}
     * @param languages codes of the list {@code language}
     */
    public record Offer(List<String> regions, List<String> services, List<String> languages, String audience) {
        public Offer {
            regions = List.copyOf(regions);
            services = List.copyOf(services);
            languages = List.copyOf(languages);
        }
    }

    /**
     * How it is reached; each may be empty.
     *
     * @param access how one gets in: steps, stops, a discreet entrance
     */
    public record Reach(String street, String phone, String mail, String web, String access) {}

    /** On what terms it helps. */
    public record Terms(boolean free, boolean anonymous, boolean walkIn) {}

    /** Whether nobody has made sure of it for too long. */
    public boolean stale(LocalDate today) {
        return checkedOn.plusMonths(MONTHS_OF_TRUST).isBefore(today);
    }

    /** Whether it helps people there: it names the region, or none. */
    public boolean serves(String region) {
        return offer.regions().isEmpty() || offer.regions().contains(region);
    }

    Organisation checked(LocalDate day) {
        return new Organisation(name, kind, town, offer, reach, hours, terms, note, day);
    }

    /** All fields as a form or a file writes them; lists with a space between their codes. */
    public Map<Field, String> fields() {
        Map<Field, String> fields = new EnumMap<>(Field.class);
        fields.put(Field.NAME, name);
        fields.put(Field.KIND, kind);
        fields.put(Field.TOWN, town);
        fields.put(Field.STREET, reach.street());
        fields.put(Field.REGIONS, String.join(" ", offer.regions()));
        fields.put(Field.SERVICES, String.join(" ", offer.services()));
        fields.put(Field.LANGUAGES, String.join(" ", offer.languages()));
        fields.put(Field.AUDIENCE, offer.audience());
        fields.put(Field.HOURS, hours);
        fields.put(Field.PHONE, reach.phone());
        fields.put(Field.MAIL, reach.mail());
        fields.put(Field.WEB, reach.web());
        fields.put(Field.ACCESS, reach.access());
        fields.put(Field.FREE, yes(terms.free()));
        fields.put(Field.ANONYMOUS, yes(terms.anonymous()));
        fields.put(Field.WALK_IN, yes(terms.walkIn()));
        fields.put(Field.NOTE, note);
        fields.put(Field.CHECKED_ON, checkedOn.toString());
        return fields;
    }

    private static String yes(boolean value) {
        return value ? "yes" : "";
    }
}
