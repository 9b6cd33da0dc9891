package org.obhut.directory;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.obhut.codelist.CodeList;
import org.obhut.codelist.CodeLists;
import org.obhut.directory.Organisation.Offer;
import org.obhut.directory.Organisation.Reach;
import org.obhut.directory.Organisation.Terms;
import org.obhut.platform.WorkingHours;

/** Reads an organisation from what a form or a file says, and names every fault at once. */
final class OrganisationReader {

    private static final Set<String> YES = Set.of("yes", "ja", "true", "1", "x");
    private static final Set<String> NO = Set.of("", "no", "nein", "false", "0");
    private static final Pattern MAIL = Pattern.compile("[^\\s@<>,;]+@[^\\s@<>,;]+\\.[^\\s@<>,;]+");
    private static final Pattern WEB = Pattern.compile("https?://[^\\s<>\"]+\\.[^\\s<>\"]+");
    private static final Pattern PHONE = Pattern.compile("[+0-9][0-9 ()/-]{2,}");

    private final CodeLists lists;
    private final LocalDate today;

    /** @param today on what day an entry without one was checked, and after which none can have been */
    OrganisationReader(CodeLists lists, LocalDate today) {
        this.lists = lists;
        this.today = today;
    }

    /** Either an organisation or at least one fault. */
    record Reading(Optional<Organisation> organisation, List<Fault> faults) {}

    Reading read(Map<Field, String> fields) {
        return new Run(fields).reading();
    }

    /** One reading, which gathers what is wrong. */
    private final class Run {

        private final Map<Field, String> fields;
        private final List<Fault> faults = new ArrayList<>();

        Run(Map<Field, String> fields) {
            this.fields = fields;
        }

        Reading reading() {
            Organisation read = new Organisation(
                    required(Field.NAME),
                    code(Field.KIND, CodeLists.Name.PLACE),
                    text(Field.TOWN),
                    new Offer(
                            codes(Field.REGIONS, CodeLists.Name.REGION),
                            codes(Field.SERVICES, CodeLists.Name.SERVICE),
                            codes(Field.LANGUAGES, CodeLists.Name.LANGUAGE),
                            text(Field.AUDIENCE)),
                    new Reach(
                            text(Field.STREET),
                            like(Field.PHONE, PHONE),
                            like(Field.MAIL, MAIL),
                            like(Field.WEB, WEB),
                            text(Field.ACCESS)),
                    hours(),
                    new Terms(yes(Field.FREE), yes(Field.ANONYMOUS), yes(Field.WALK_IN)),
                    text(Field.NOTE),
                    day());
            return new Reading(faults.isEmpty() ? Optional.of(read) : Optional.empty(), List.copyOf(faults));
        }

        private void fault(Field field, String reason) {
            faults.add(new Fault(field, reason));
        }

        private String text(Field field) {
            String text = fields.getOrDefault(field, "").strip();
            if (text.length() > field.longest()) {
                fault(field, "too-long");
                return "";
            }
            boolean lines = field == Field.NOTE || field == Field.AUDIENCE || field == Field.ACCESS;
            if (text.chars()
                    .anyMatch(each -> Character.isISOControl(each) && !(lines && (each == '\n' || each == '\r')))) {
                fault(field, "one-line");
            }
            return text;
        }

        private String required(Field field) {
            String text = text(field);
            if (text.isEmpty()) {
                fault(field, "required");
            }
            return text;
        }

        private String like(Field field, Pattern form) {
            String text = text(field);
            if (!text.isEmpty() && !form.matcher(text).matches()) {
                fault(field, "malformed");
            }
            return text;
        }

        private String code(Field field, CodeLists.Name list) {
            String key = required(field);
            if (!key.isEmpty() && lists.list(list).find(key).isEmpty()) {
                fault(field, "unknown-value");
            }
            return key;
        }

        private List<String> codes(Field field, CodeLists.Name name) {
            CodeList list = lists.list(name);
            List<String> keys = List.of(text(field).split("[\\s,|]+")).stream()
                    .filter(key -> !key.isEmpty())
                    .distinct()
                    .toList();
            if (!keys.stream().allMatch(key -> list.find(key).isPresent())) {
                fault(field, "unknown-value");
            }
            return keys;
        }

        /** German names of days are understood as well. */
        private String hours() {
            String text = text(Field.HOURS);
            try {
                return text.isEmpty() ? "" : WorkingHours.parse(text).text();
            } catch (IllegalArgumentException e) {
                fault(Field.HOURS, "malformed");
                return text;
            }
        }

        private boolean yes(Field field) {
            String word = text(field).toLowerCase(java.util.Locale.ROOT);
            if (!YES.contains(word) && !NO.contains(word)) {
                fault(field, "unknown-value");
            }
            return YES.contains(word);
        }

        private LocalDate day() {
            String text = text(Field.CHECKED_ON);
            try {
                LocalDate day = text.isEmpty() ? today : LocalDate.parse(text);
                if (day.isAfter(today)) {
                    fault(Field.CHECKED_ON, "in-future");
                }
                return day;
            } catch (DateTimeParseException e) {
                fault(Field.CHECKED_ON, "not-a-day");
                return today;
            }
        }
    }
}
