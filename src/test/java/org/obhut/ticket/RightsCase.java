package org.obhut.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.account.Caller;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.ReadingRights.Reason;

/** A ticket of 'Erstkontakt', and who reads it. */
abstract class RightsCase {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    DeskFixture fixture;
    UUID ticket;

    @BeforeEach
    void start(@TempDir Path keys) {
        fixture = new DeskFixture(keys);
        ticket = fixture.ticket(Mails.rosa());
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    void assertReads(Caller... readers) {
        Set<String> reading = Set.of(readers).stream().map(Caller::name).collect(Collectors.toSet());
        for (Caller caller : List.of(fixture.anna, fixture.bela, fixture.leyla, fixture.ion, fixture.admin)) {
            assertEquals(reading.contains(caller.name()), reads(caller), caller.name());
            if (caller.counsellor()) {
                assertEquals(
                        reading.contains(caller.name()),
                        fixture.list(caller, Folder.TEAM).stream()
                                .anyMatch(row -> row.id().equals(ticket)),
                        "in the folder of " + caller.name());
            }
        }
    }

    boolean reads(Caller caller) {
        try {
            fixture.open(caller, ticket);
            return true;
        } catch (TicketNotFound e) {
            return false;
        }
    }

    long assign(Caller by, String name) {
        return fixture.desk(desk -> desk.assign(by, ticket, Optional.of(name), fixture.version(ticket)));
    }

    long ask(Caller by, String name, LocalDate until) {
        return fixture.rights(rights -> rights.add(by, ticket, name, Reason.ASKED, until, fixture.version(ticket)));
    }

    void away(Caller by, String person, String deputy, LocalDate from, LocalDate to) {
        fixture.absences(absences -> {
            absences.set(by, fixture.team, person, deputy, from, to);
            return true;
        });
    }

    List<String> shown(Caller caller) {
        return fixture.open(caller, ticket).sharing().readers().stream()
                .map(reader -> reader.ground() + " " + reader.name())
                .toList();
    }

    static void assertField(String field, Runnable use) {
        assertEquals(field, assertThrows(InvalidInput.class, use::run).field());
    }
}
