package org.obhut.account;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obhut.platform.InvalidInput;
import org.obhut.platform.LocalTransactions;
import org.obhut.platform.PostgreSql;
import org.obhut.platform.Settings;

class FirstAdministratorIT {

    private static final String PASSPHRASE = "Kaffee um vier";

    @TempDir
    private Path folder;

    private LocalTransactions transactions;
    private AccountFixture accounts;
    private FirstAdministrator first;

    @BeforeEach
    void start() {
        transactions = new LocalTransactions(PostgreSql.database());
        accounts = new AccountFixture(folder.resolve("keys"), transactions.database());
        first = started("live");
    }

    @AfterEach
    void close() {
        transactions.close();
    }

    private FirstAdministrator started(String mode) {
        Settings settings = Settings.of(Map.of(
                "obhut.mode", mode,
                "obhut.data", folder.toString(),
                "obhut.keystore", folder.resolve("keys").toString(),
                "obhut.keystore.copy", folder.resolve("copy").toString(),
                "obhut.public.url", mode.equals("live") ? "https://obhut.example" : "http://localhost"));
        var administrator = new FirstAdministrator(
                accounts.people, accounts.registration, accounts.audit, settings, accounts.random);
        administrator.start(this);
        return administrator;
    }

    private Path file() {
        return folder.resolve("secrets/first-administrator");
    }

    private String token() throws IOException {
        String link = Files.readString(file());
        String page = "https://obhut.example/first-administrator/";
        assertTrue(link.startsWith(page), "the link's page");
        return link.substring(page.length());
    }

    private void create(String token, String name, char[] passphrase) {
        transactions.run(() -> {
            first.create(token, name, "Jana W.", new Arrival("de", passphrase, null));
            return true;
        });
    }

    private void create(String token, String name) {
        create(token, name, PASSPHRASE.toCharArray());
    }

    private List<String> people() {
        return accounts.statements.list("SELECT name FROM person", row -> row.getString(1));
    }

    @Test
    void theLinkMakesAnAdministratorOnce() throws IOException {
        String token = token();
        char[] passphrase = PASSPHRASE.toCharArray();

        create(token, "jana.w", passphrase);

        assertArrayEquals(new char[passphrase.length], passphrase);
        assertEquals(
                Set.of(Role.ADMINISTRATOR), accounts.signIn("jana.w").caller().others());
        assertEquals(
                List.of("FIRST_ADMINISTRATOR_ADDED"),
                accounts.statements.list("SELECT act FROM audit_line", row -> row.getString(1)));
        assertFalse(Files.exists(file()));
        assertFalse(first.offers(token));
        assertThrows(Refused.class, () -> create(token, "mallory"));
        assertEquals(List.of("jana.w"), people());
    }

    @Test
    void onlyTheOwnerReadsTheLinkAndItsTokenHas256Bits() throws IOException {
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file().getParent())));
        assertEquals(43, token().length());
    }

    @Test
    void anotherTokenIsRefusedAndChangesNothing() throws IOException {
        String token = token();
        for (String wrong : List.of("", token.substring(1), token + "A", "A".repeat(43))) {
            assertFalse(first.offers(wrong));
            assertThrows(Refused.class, () -> create(wrong, "mallory"));
        }
        assertEquals(List.of(), accounts.runs, "no guess costs a run of Argon2id");
        assertEquals(List.of(), people());
        assertTrue(first.offers(token));
    }

    @ParameterizedTest
    @CsvSource({
        "a, Kaffee um vier, name",
        "Jana, Kaffee um vier, name",
        "jana w, Kaffee um vier, name",
        "jäna, Kaffee um vier, name",
        "'', Kaffee um vier, name",
        "abcdefghijabcdefghijabcdefghijabcdefghijk, Kaffee um vier, name",
        "jana, Kaffee um 4, passphrase",
        "jana.wiechert, jana.wiechert, passphrase"
    })
    void aBadNameOrPassphraseIsNamedAndLeavesTheLink(String name, String passphrase, String field) throws IOException {
        String token = token();
        char[] typed = passphrase.toCharArray();
        InvalidInput refusal = assertThrows(InvalidInput.class, () -> create(token, name, typed));
        assertEquals(field, refusal.field());
        assertArrayEquals(new char[typed.length], typed);
        assertEquals(List.of(), people());
        assertTrue(first.offers(token));
    }

    @Test
    void nobodyComesInByTheLinkOnceThereArePeople() throws IOException {
        String token = token();
        accounts.person("anna");
        assertThrows(Refused.class, () -> create(token, "mallory"));
        assertEquals(List.of("anna"), people());

        first = started("live");

        assertFalse(Files.exists(file()));
        assertFalse(first.offers(token));
    }

    @Test
    void ofManyAtOnceOneIsTheFirst() throws IOException {
        String token = token();
        long made = Stream.of("anna", "bela", "ion", "leyla")
                .parallel()
                .filter(name -> {
                    try {
                        create(token, name);
                        return true;
                    } catch (Refused e) {
                        return false;
                    }
                })
                .count();
        assertEquals(1, made);
        assertEquals(1, people().size());
    }

    @Test
    void aRestartOffersAnotherLink() throws IOException {
        String before = token();
        first = started("live");
        assertNotEquals(before, token());
        assertFalse(first.offers(before));
        assertTrue(first.offers(token()));
    }

    @Test
    void aDemoOffersNone() throws IOException {
        Files.delete(file());
        first = started("demo");
        assertFalse(Files.exists(file()));
        assertFalse(first.offers(""));
    }
}
