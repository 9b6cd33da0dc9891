package org.obhut.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an import does, row by row. An organisation is known again by its name and town. */
public record ImportPlan(List<Row> rows) {

    /** What becomes of a row. */
    public enum Effect {
        NEW,
        CHANGED,
        SAME,
        WRONG
    }

    /**
     * @param line in the file, from 1
     * @param name as the file says
     * @param organisation absent where the row is wrong
     * @param there what the directory has already
     * @param faults what is wrong with the row
     */
    public record Row(
            long line,
            String name,
            Effect effect,
            Optional<Organisation> organisation,
            Optional<DirectoryEntry> there,
            List<Fault> faults) {}

    /** Whether all rows can be taken. */
    public boolean possible() {
        return count(Effect.WRONG) == 0;
    }

    public long count(Effect effect) {
        return rows.stream().filter(row -> row.effect() == effect).count();
    }

    static ImportPlan of(List<DirectoryFile.Row> rows, OrganisationReader reader, List<DirectoryEntry> there) {
        Map<String, DirectoryEntry> known = new HashMap<>();
        there.forEach(entry -> known.put(identity(entry.organisation()), entry));
        Set<String> seen = new HashSet<>();
        List<Row> planned = new ArrayList<>();
        for (DirectoryFile.Row row : rows) {
            planned.add(planned(row, reader, known, seen));
        }
        return new ImportPlan(List.copyOf(planned));
    }

    private static Row planned(
            DirectoryFile.Row row, OrganisationReader reader, Map<String, DirectoryEntry> known, Set<String> seen) {
        String name = row.fields().getOrDefault(Field.NAME, "").strip();
        OrganisationReader.Reading reading = reader.read(row.fields());
        if (reading.organisation().isEmpty()) {
            return wrong(row, name, reading.faults());
        }
        Organisation organisation = reading.organisation().get();
        if (!seen.add(identity(organisation))) {
            return wrong(row, name, List.of(new Fault(Field.NAME, "twice")));
        }
        Optional<DirectoryEntry> there = Optional.ofNullable(known.get(identity(organisation)));
        Effect effect = there.map(entry -> entry.organisation().equals(organisation) ? Effect.SAME : Effect.CHANGED)
                .orElse(Effect.NEW);
        return new Row(row.line(), name, effect, Optional.of(organisation), there, List.of());
    }

    private static Row wrong(DirectoryFile.Row row, String name, List<Fault> faults) {
        return new Row(row.line(), name, Effect.WRONG, Optional.empty(), Optional.empty(), faults);
    }

    private static String identity(Organisation organisation) {
        return organisation.name().toLowerCase(Locale.ROOT)
                + '\n'
                + organisation.town().toLowerCase(Locale.ROOT);
    }
}
