package org.obhut.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.account.Caller;
import org.obhut.account.Refused;
import org.obhut.account.Role;
import org.obhut.outbox.DeliveryStatus;

/** What is left for the file when a ticket is erased before its day. */
class ErasureProofIT {

    @TempDir
    Path keys;

    private DeskFixture fixture;
    private EarlyErasure early;

    @BeforeEach
    void start() {
        fixture = new DeskFixture(keys);
        early = fixture.early(fixture.erasing().begun());
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private long erased(UUID ticket) {
        return early.erase(fixture.leyla, ticket, ErasureGround.WISH, fixture.version(ticket))
                .orElseThrow();
    }

    private ErasureProof proof(Caller caller, long number) {
        return fixture.proofs(proofs -> proofs.of(caller, number));
    }

    private Caller administrator() {
        Caller admin = fixture.admin;
        return new Caller(
                admin.person(),
                admin.name(),
                admin.counsels(),
                admin.leads(),
                Set.of(Role.ADMINISTRATOR),
                admin.keyring());
    }

    @Test
    void saysHowMuchOfEachKindWentAndOnWhoseWord() {
        UUID ticket = fixture.ticket();
        fixture.append(ticket, Mails.rosa());
        AcceptedReply reply = fixture.reply(fixture.anna, ticket, "Guten Tag");
        fixture.delivered(ticket, reply.message(), DeliveryStatus.SENT);
        fixture.desk(desk -> desk.note(fixture.anna, ticket, "Notiz", Optional.empty()));
        fixture.desk(desk -> desk.status(fixture.anna, ticket, Status.CLOSED, fixture.version(ticket)));
        long entries =
                fixture.keeping(desk -> desk.prospect(fixture.leyla, ticket)).entries();

        ErasureProof proof = proof(fixture.leyla, erased(ticket));

        ErasedContents contents = proof.contents();
        assertEquals(2, contents.received());
        assertEquals(1, contents.sent());
        assertEquals(1, contents.notes());
        assertTrue(contents.events() > 0);
        assertEquals(0, contents.unreadable());
        assertEquals(entries, contents.entries());
        assertEquals(ErasureGround.WISH, proof.ground());
        assertEquals("leyla", proof.decided());
        assertNull(proof.asked());
        assertEquals("Erstkontakt", proof.team());
        assertTrue(proof.authentic());
        assertFalse(proof.destroyed());
        Duration shut = Duration.between(proof.at(), proof.shut());
        assertTrue(shut.toDays() <= 35, "copies open for five weeks at most: " + shut);
    }

    @Test
    void namesBothWhereTwoHadToAgreeAndTheGroundOfWhoAsked() {
        fixture.keeping(desk -> {
            desk.needsTwo(fixture.leyla, fixture.team, true);
            return true;
        });
        UUID ticket = fixture.ticket();
        early.erase(fixture.leyla, ticket, ErasureGround.NOT_NEEDED, fixture.version(ticket));
        assertEquals("leyla", fixture.open(fixture.anna, ticket).erasureAsked());

        long number = early.erase(fixture.anna, ticket, ErasureGround.WISH, fixture.version(ticket))
                .orElseThrow();

        ErasureProof proof = proof(fixture.anna, number);
        assertEquals("leyla", proof.asked());
        assertEquals("anna", proof.decided());
        assertEquals(ErasureGround.NOT_NEEDED, proof.ground());
    }

    @Test
    void isForThoseWhoDecidedLeadsOfTheTeamAndAdministrators() {
        long number = erased(fixture.ticket());
        assertEquals(number, proof(administrator(), number).number());
        for (Caller other : List.of(fixture.anna, fixture.ion, fixture.admin)) {
            assertThrows(TicketNotFound.class, () -> proof(other, number));
        }
        assertThrows(TicketNotFound.class, () -> proof(fixture.leyla, number + 1));
        assertEquals(1, fixture.proofs(proofs -> proofs.all(fixture.leyla)).size());
        assertEquals(0, fixture.proofs(proofs -> proofs.all(fixture.ion)).size());
        assertThrows(Refused.class, () -> fixture.proofs(proofs -> proofs.all(fixture.anna)));
    }

    @Test
    void nothingInTheDatabaseLeadsFromItToTheTicket() {
        UUID ticket = fixture.ticket();
        long number = erased(ticket);
        String row = fixture.statements
                .list(
                        "SELECT p::text || l::text FROM erasure_proof p JOIN audit_line l USING (position)",
                        text -> text.getString(1))
                .get(0);
        assertFalse(row.contains(ticket.toString()), row);
        assertTrue(row.contains(Long.toString(number)));
    }

    @Test
    void showsThatNumbersWereChangedInTheDatabase() {
        long number = erased(fixture.ticket());
        assertTrue(proof(fixture.leyla, number).authentic());
        fixture.statements.run("UPDATE erasure_proof SET received = received + 1");
        assertFalse(proof(fixture.leyla, number).authentic());
        fixture.statements.run("UPDATE erasure_proof SET received = received - 1");
        fixture.statements.run("UPDATE audit_line SET at = at - interval '1 day' WHERE position = ?", number);
        assertFalse(proof(fixture.leyla, number).authentic());
    }

    @Test
    void goesWithItsLine() {
        long number = erased(fixture.ticket());
        fixture.statements.run("DELETE FROM audit_line WHERE position <= ?", number);
        assertThrows(TicketNotFound.class, () -> proof(fixture.leyla, number));
        assertEquals(
                0L,
                fixture.statements
                        .list("SELECT count(*) FROM erasure_proof", row -> row.getLong(1))
                        .get(0));
    }

    /** An entry that was damaged keeps nothing from its end, and is told as what it was. */
    @Test
    void anEntryThatDoesNotOpenIsCountedAndGoes() {
        UUID ticket = fixture.ticket();
        UUID broken = fixture.append(ticket, Mails.rosa());
        fixture.statements.run("UPDATE ticket_item SET body = '\\x0102' WHERE id = ?", broken);

        ErasedContents contents = proof(fixture.leyla, erased(ticket)).contents();

        assertEquals(1, contents.received());
        assertEquals(1, contents.unreadable());
    }
}
