package org.obhut.directory;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is known of an organisation, in the order of forms and of a file's columns. */
public enum Field {
    NAME(120),
    KIND(40),
    TOWN(80),
    STREET(120),
    REGIONS(4000),
    SERVICES(1000),
    LANGUAGES(400),
    AUDIENCE(300),
    HOURS(200),
    PHONE(40),
    MAIL(254),
    WEB(300),
    ACCESS(300),
    FREE(5),
    ANONYMOUS(5),
    WALK_IN(5),
    NOTE(1000),
    CHECKED_ON(10);

    private final int longest;

    Field(int longest) {
        this.longest = longest;
    }

    /** How many characters it may have. */
    public int longest() {
        return longest;
    }

    /** Its name as a form's field and as a file's column: {@code checked-on}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The field of a column's heading, whatever its case and spaces around it. */
    public static Optional<Field> of(String heading) {
        String key = heading.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(field -> field.key().equals(key)).findFirst();
    }
}
