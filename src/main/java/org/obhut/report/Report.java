package org.obhut.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A report as it is shown, printed and handed on.
 *
 * @param publisher whose report it is
 * @param asOf the day its numbers were put together
 * @param version from 1; grows with each release of this period
 * @param notes what to know about all of its numbers, the first one first
 * @param narrative null where nothing was written; blank where what was written was erased after the release
 */
public record Report(
        Label publisher,
        Label title,
        Period period,
        LocalDate asOf,
        State state,
        int version,
        List<Label> notes,
        List<KeyFigure> figures,
        List<Section> sections,
        @Nullable Narrative narrative) {

    /** How far it has come. */
    public enum State {
        /** Being written; seen by those who make it. */
        DRAFT,
        RELEASED,
        /** Was released and does not hold any more. */
        WITHDRAWN
    }

    public Report {
        notes = List.copyOf(notes);
        figures = List.copyOf(figures);
        sections = List.copyOf(sections);
    }

    /** The same report in another state. */
    public Report in(State other) {
        return new Report(publisher, title, period, asOf, other, version, notes, figures, sections, narrative);
    }

    /** The same report with a narrative that says nothing any more, since its words were erased. */
    Report withoutWords() {
        Narrative none = narrative == null ? null : new Narrative("", "", narrative.author(), narrative.at());
        return new Report(publisher, title, period, asOf, state, version, notes, figures, sections, none);
    }

    /** All tables, in the order of their sections. */
    public List<ReportTable> tables() {
        return sections.stream().flatMap(section -> section.tables().stream()).toList();
    }

    public Optional<ReportTable> table(String key) {
        return tables().stream().filter(table -> table.key().equals(key)).findFirst();
    }
}
