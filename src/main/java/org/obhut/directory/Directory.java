package org.obhut.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.obhut.account.Caller;
import org.obhut.account.Refused;
import org.obhut.account.Role;
import org.obhut.codelist.CodeLists;
import org.obhut.envelope.RandomId;
import org.obhut.platform.WorkingHours;

/**
 * The directory: everybody who is signed in reads it, coordinators and leads keep it. Each method is one transaction and checks the
 * caller's rights itself.
 */
@ApplicationScoped
@Transactional
public class Directory {

    private final OrganisationRows rows;
    private final CodeLists lists;
    private final Clock clock;
    private final SecureRandom random;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected Directory() {
        this(null, null, null, null);
    }

    @Inject
    Directory(OrganisationRows rows, CodeLists lists, Clock clock, SecureRandom random) {
        this.rows = rows;
        this.lists = lists;
        this.clock = clock;
        this.random = random;
    }

    /** Whether the caller may change entries. */
    public static boolean keeps(Caller caller) {
        return caller.has(Role.COORDINATOR)
                || caller.has(Role.LEAD)
                || !caller.leads().isEmpty();
    }

    private static void require(Caller caller) {
        if (!keeps(caller)) {
            throw new Refused("coordinator or lead");
        }
    }

    /** What is found, by name. Only for callers, who are signed in. */
    public List<DirectoryEntry> search(Caller caller, DirectorySearch search) {
        return rows.all().stream()
                .filter(entry -> search.finds(entry.organisation()))
                .toList();
    }

    public Optional<DirectoryEntry> find(Caller caller, UUID id) {
        return rows.find(id);
    }

    /**
     * Adds what a form says and returns its id.
     *
     * @throws InvalidOrganisation where a field is wrong; nothing is stored then
     */
    public UUID add(Caller caller, Map<Field, String> fields) {
        require(caller);
        Organisation organisation = read(fields);
        UUID id = RandomId.next(random);
        rows.add(id, organisation);
        return id;
    }

    /**
     * @throws InvalidOrganisation where a field is wrong; nothing is stored then
     * @throws EntryChanged where it is not of this version
     */
    public void change(Caller caller, UUID id, Map<Field, String> fields, long version) {
        require(caller);
        expect(rows.change(id, read(fields), version));
    }

    /** Says that all of it is still so today. @throws EntryChanged where it is not of this version */
    public void confirm(Caller caller, UUID id, long version) {
        require(caller);
        DirectoryEntry entry = rows.find(id).orElseThrow(EntryChanged::new);
        expect(rows.change(id, entry.organisation().checked(today()), version));
    }

    /** @throws EntryChanged where it is not of this version */
    public void remove(Caller caller, UUID id, long version) {
        require(caller);
        expect(rows.remove(id, version));
    }

    /** The whole directory as a file; see {@link DirectoryFile}. */
    public String export(Caller caller) {
        return DirectoryFile.write(rows.all());
    }

    /** What an import of this file would do, row by row. Changes nothing. */
    public ImportPlan plan(Caller caller, byte[] file) {
        require(caller);
        return ImportPlan.of(DirectoryFile.read(file), reader(), rows.all());
    }

    /**
     * Does what {@link #plan} says. What the file does not name stays as it is.
     *
     * @return what was done; where a row is wrong, nothing
     */
    public ImportPlan take(Caller caller, byte[] file) {
        require(caller);
        rows.lock();
        ImportPlan plan = ImportPlan.of(DirectoryFile.read(file), reader(), rows.all());
        if (plan.possible()) {
            plan.rows().forEach(this::take);
        }
        return plan;
    }

    private void take(ImportPlan.Row row) {
        Organisation organisation = row.organisation().orElseThrow();
        switch (row.effect()) {
            case NEW -> rows.add(RandomId.next(random), organisation);
            case CHANGED -> {
                DirectoryEntry there = row.there().orElseThrow();
                expect(rows.change(there.id(), organisation, there.version()));
            }
            case SAME, WRONG -> {}
        }
    }

    private Organisation read(Map<Field, String> fields) {
        OrganisationReader.Reading reading = reader().read(fields);
        return reading.organisation().orElseThrow(() -> new InvalidOrganisation(reading.faults()));
    }

    private OrganisationReader reader() {
        return new OrganisationReader(lists, today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingHours.ZONE);
    }

    private static void expect(boolean done) {
        if (!done) {
            throw new EntryChanged();
        }
    }
}
