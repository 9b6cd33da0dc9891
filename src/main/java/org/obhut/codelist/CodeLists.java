package org.obhut.codelist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The code lists as they are today: as they were last saved, else as delivered in {@code config/code-lists}. What is counted is decided
 * there and not in code. They are read once, and again after somebody saved one.
 */
@ApplicationScoped
public class CodeLists {

    /** The lists there are; a list's file has its name in small letters with hyphens. Some keys are needed, since the program says them. */
    public enum Name {
        KIND(30, "counselling", "silent", "hang-up", "prank", "abuse", "wrong-number", "spam"),
        WHO(30, "other", "unknown"),
        GENDER(12, "unknown"),
        AGE_BAND,
        ORIGIN,
        TOPIC(40, "other"),
        LANGUAGE(60, "de", "en", "mis", "und"),
        REGION,
        DURATION,
        OUTCOME(30, "referred"),
        REFERRAL(30, "none", "other", "failed"),
        REFERRAL_RESULT,
        PLACE(30, "other"),
        SERVICE(40),
        CHANNEL,
        HISTORY,
        INTERPRETER,
        FIRST_ANSWER;

        private final int most;
        private final Set<String> needed;

        /** One that nobody changes: its values are official, measured by the program, or would not be comparable. */
        Name() {
            this(0);
        }

        Name(int most, String... needed) {
            this.most = most;
            this.needed = Set.of(needed);
        }

        /** As in the name of its file: {@code age-band}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Name> of(String key) {
            return Arrays.stream(values())
                    .filter(name -> name.key().equals(key))
                    .findFirst();
        }

        /** Whether people can change it. */
        public boolean open() {
            return most > 0;
        }

        /** How many values it may offer, 0 where nobody changes it: the more there are, the fewer people stand behind each. */
        public int most() {
            return most;
        }

        /** Whether this value can't be retired. */
        public boolean needs(String key) {
            return needed.contains(key);
        }
    }

    private static final Map<Name, CodeList> DELIVERED = delivered();

    private final @Nullable CodeListRows rows;

    private @Nullable Map<Name, CodeList> current;

    private long changes;

    /** The lists as delivered: where there is no database, and for the container's proxy. */
    public CodeLists() {
        this(null);
    }

    @Inject
    CodeLists(@Nullable CodeListRows rows) {
        this.rows = rows;
    }

    public CodeList list(Name name) {
        return current().get(name);
    }

    /** The values that people have added to a list; those that came with the program are everybody's. */
    public List<Code> added(Name name) {
        CodeList first = delivered(name);
        return list(name).codes().stream()
                .filter(code -> first.find(code.key()).isEmpty())
                .toList();
    }

    static CodeList delivered(Name name) {
        return DELIVERED.get(name);
    }

    /** A stored list with what a later delivery added to it. */
    static CodeList completed(Name name, CodeList stored) {
        return new CodeList(
                stored.name(),
                stored.version(),
                delivered(name).groups(),
                Stream.concat(
                                stored.codes().stream(),
                                delivered(name).codes().stream()
                                        .filter(code -> stored.find(code.key()).isEmpty()))
                        .toList());
    }

    private Map<Name, CodeList> current() {
        long seen;
        synchronized (this) {
            if (current != null) {
                return current;
            }
            seen = changes;
        }
        Map<Name, CodeList> lists = new EnumMap<>(DELIVERED);
        if (rows != null) {
            rows.newest().forEach((name, stored) -> lists.put(name, completed(name, stored)));
        }
        synchronized (this) {
            // What was saved while it was read is read by the next.
            if (changes == seen) {
                current = lists;
            }
        }
        return lists;
    }

    synchronized void saved(@Observes(during = TransactionPhase.AFTER_SUCCESS) CodeListSaved saved) {
        changes++;
        current = null;
    }

    private static Map<Name, CodeList> delivered() {
        Map<Name, CodeList> lists = new EnumMap<>(Name.class);
        for (Name name : Name.values()) {
            lists.put(name, read(name.key()));
        }
        return Collections.unmodifiableMap(lists);
    }

    private static CodeList read(String name) {
        String path = "/code-lists/" + name + ".json";
        try (InputStream file = CodeLists.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("missing " + path);
            }
            return CodeListJson.read(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
