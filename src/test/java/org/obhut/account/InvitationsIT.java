package org.obhut.account;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.platform.InvalidInput;
import org.obhut.platform.LocalTransactions;
import org.obhut.platform.PostgreSql;

class InvitationsIT {

    private static final String PASSPHRASE = "Tee um halb fuenf";

    private LocalTransactions transactions;
    private AccountFixture accounts;
    private Caller admin;

    @BeforeEach
    void open(@TempDir Path folder) {
        transactions = new LocalTransactions(PostgreSql.database());
        accounts = new AccountFixture(folder, transactions.database());
        accounts.person("admin", Role.ADMINISTRATOR);
        admin = accounts.signIn("admin").caller();
    }

    @AfterEach
    void close() {
        transactions.close();
    }

    private String invite(String name, Role... roles) {
        return accounts.invitations.invite(admin, name, "Frau " + name, Set.of(roles));
    }

    private static Arrival arrival() {
        return new Arrival("de", PASSPHRASE.toCharArray(), null);
    }

    private void accept(String token, Arrival arrival) {
        transactions.run(() -> accounts.invitations.accept(token, arrival));
    }

    private List<String> acts() {
        return accounts.statements.list("SELECT act FROM audit_line ORDER BY at, act", row -> row.getString(1));
    }

    @Test
    void whoIsInvitedComesInOnceWithKeysThatOnlyTheyOpen() {
        String token = invite("anna", Role.LEAD);
        assertEquals(
                "Frau anna", accounts.invitations.offer(token).orElseThrow().displayName());
        char[] passphrase = PASSPHRASE.toCharArray();

        accept(token, new Arrival("en", passphrase, null));

        assertArrayEquals(new char[passphrase.length], passphrase, "wiped");
        Caller anna = accounts.signIn.signIn("anna", PASSPHRASE.toCharArray()).caller();
        assertEquals(Set.of(Role.LEAD), anna.others());
        assertTrue(accounts.membership.mayFound(anna));
        assertEquals("en", accounts.people.byName("anna").orElseThrow().language());
        assertTrue(accounts.invitations.list(admin).isEmpty());
        assertTrue(accounts.invitations.offer(token).isEmpty());
        assertThrows(Refused.class, () -> accept(token, arrival()));
        assertEquals(
                List.of("PERSON_ARRIVED", "PERSON_INVITED"),
                acts().stream().sorted().toList());
    }

    @Test
    void aLinkIsWorthNothingAfterSevenDaysOrOnceWithdrawn() {
        String withdrawn = invite("anna");
        accounts.invitations.withdraw(
                admin, accounts.invitations.list(admin).get(0).id());
        assertTrue(accounts.invitations.offer(withdrawn).isEmpty());
        assertThrows(Refused.class, () -> accept(withdrawn, arrival()));

        String late = invite("bela");
        accounts.clock.move(Duration.ofDays(7).minusSeconds(1));
        assertTrue(accounts.invitations.offer(late).isPresent());
        accounts.clock.move(Duration.ofSeconds(1));
        assertTrue(accounts.invitations.offer(late).isEmpty());
        assertThrows(Refused.class, () -> accept(late, arrival()));
        assertTrue(accounts.invitations.list(admin).get(0).over());
        assertTrue(accounts.people.byName("bela").isEmpty());
        // The name is free again.
        accept(invite("bela"), arrival());
    }

    @Test
    void noGuessCostsARunOfArgon2id() {
        invite("anna");
        accounts.runs.clear();
        for (String wrong : List.of("", "A".repeat(43))) {
            assertThrows(Refused.class, () -> accept(wrong, arrival()));
        }
        assertEquals(List.of(), accounts.runs);
    }

    @Test
    void aWeakPassphraseLeavesTheLinkAndNobody() {
        String token = invite("anna");
        InvalidInput refused = assertThrows(
                InvalidInput.class, () -> accept(token, new Arrival("de", "Frau anna anna".toCharArray(), null)));
        assertEquals("too-easy", refused.reason());
        assertTrue(accounts.people.byName("anna").isEmpty());
        assertTrue(accounts.invitations.offer(token).isPresent());
    }

    @Test
    void ofManyAtOnceOneComesIn() {
        String token = invite("anna");
        long made = Stream.generate(() -> token)
                .limit(4)
                .parallel()
                .filter(same -> {
                    try {
                        accept(same, arrival());
                        return true;
                    } catch (Refused e) {
                        return false;
                    }
                })
                .count();
        assertEquals(1, made);
    }

    @Test
    void aBadInvitationNamesItsField() {
        invite("anna");
        assertEquals("name", field("anna", "Anna", Set.of()), "invited already");
        assertEquals("name", field("admin", "Anna", Set.of()), "a person already");
        assertEquals("name", field("Frau Anna", "Anna", Set.of()));
        assertEquals("displayName", field("bela", " ", Set.of()));
        assertEquals("displayName", field("bela", "x".repeat(61), Set.of()));
        assertEquals("displayName", field("bela", "a\nb", Set.of()));
        assertEquals("roles", field("bela", "Bela", Set.of(Role.ADMINISTRATOR, Role.LEAD)));
        assertEquals(1, accounts.invitations.list(admin).size());
    }

    private String field(String name, String displayName, Set<Role> roles) {
        return assertThrows(InvalidInput.class, () -> accounts.invitations.invite(admin, name, displayName, roles))
                .field();
    }

    @Test
    void onlyAdministratorsInviteForRolesAndALeadForCounselling() {
        accounts.person("leyla", Role.LEAD);
        accounts.person("koko", Role.COORDINATOR);
        Caller invited = accounts.signIn("leyla").caller();
        Caller coordinator = accounts.signIn("koko").caller();
        for (Caller other : List.of(invited, coordinator)) {
            assertThrows(Refused.class, () -> accounts.invitations.invite(other, "anna", "Anna", Set.of()));
            assertThrows(Refused.class, () -> accounts.invitations.list(other));
            assertThrows(Refused.class, () -> accounts.invitations.withdraw(other, UUID.randomUUID()));
            assertThrows(Refused.class, () -> accounts.staff.all(other));
            assertThrows(Refused.class, () -> accounts.staff.block(other, admin.person()));
            assertThrows(Refused.class, () -> accounts.staff.unblock(other, admin.person()));
        }
        accounts.membership.found(invited, "Erstkontakt", false);
        Caller lead = accounts.signIn("leyla").caller();
        assertThrows(Refused.class, () -> accounts.invitations.invite(lead, "mallory", "M", Set.of(Role.LEAD)));
        accept(accounts.invitations.invite(lead, "anna", "Anna", Set.of()), arrival());
        assertEquals(Set.of(), accounts.people.byName("anna").orElseThrow().roles());
    }

    @Test
    void neitherTokenNorDisplayNameIsReadableInTheDatabase() {
        String token = invite("anna");
        String row = accounts.statements
                .list("SELECT i::text FROM invitation i", found -> found.getString(1))
                .toString();
        assertFalse(row.contains(token));
        byte[] sealed = accounts.statements
                .list("SELECT display_name FROM invitation", found -> found.getBytes(1))
                .get(0);
        assertFalse(new String(sealed, StandardCharsets.ISO_8859_1).contains("Frau"));
    }

    @Test
    void whoIsBlockedIsOutAtOnceAndLooksLikeNobody() {
        accept(invite("anna"), arrival());
        Session session = accounts.signIn.signIn("anna", PASSPHRASE.toCharArray());
        UUID anna = session.caller().person();

        accounts.staff.block(admin, anna);

        assertTrue(accounts.sessions.use(session.handle()).isEmpty());
        assertThrows(SignInRefused.class, () -> accounts.signIn.signIn("anna", PASSPHRASE.toCharArray()));
        assertTrue(accounts.staff.all(admin).stream()
                .anyMatch(member -> member.person().equals(anna) && member.blockedOn() != null));

        accounts.staff.unblock(admin, anna);
        accounts.clock.move(Duration.ofMinutes(2));
        assertEquals(
                "anna",
                accounts.signIn
                        .signIn("anna", PASSPHRASE.toCharArray())
                        .caller()
                        .name());
    }

    @Test
    void nobodyBlocksThemselvesOrAStranger() {
        assertThrows(InvalidInput.class, () -> accounts.staff.block(admin, admin.person()));
        assertThrows(InvalidInput.class, () -> accounts.staff.block(admin, UUID.randomUUID()));
    }
}
