package org.obhut.account;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.audit.Act;
import org.obhut.platform.InvalidInput;

/** Anna has a passkey on her phone. */
abstract class PasskeyCase {

    AccountFixture accounts;
    Caller anna;
    TestAuthenticator phone;
    List<String> codes;

    @BeforeEach
    void open(@TempDir Path folder) {
        accounts = new AccountFixture(folder);
        accounts.person("anna");
        anna = accounts.signIn("anna").caller();
        phone = TestAuthenticator.es256();
        phone.handle = anna.person();
        codes = add(anna, phone, "Diensthandy");
    }

    List<String> add(Caller caller, TestAuthenticator authenticator, String label) {
        String challenge = accounts.passkeys.creation(caller).challenge();
        return add(caller, new NewPasskey(label, challenge, authenticator.make(challenge)));
    }

    List<String> add(Caller caller, NewPasskey passkey) {
        return accounts.passkeys.add(caller, passphrase(), passkey);
    }

    String refusal(Caller caller, NewPasskey passkey) {
        return assertThrows(InvalidInput.class, () -> add(caller, passkey)).reason();
    }

    String refusal(TestAuthenticator authenticator) {
        String challenge = accounts.passkeys.creation(anna).challenge();
        return refusal(anna, new NewPasskey("x", challenge, authenticator.make(challenge)));
    }

    static char[] passphrase() {
        return AccountFixture.PASSPHRASE.toCharArray();
    }

    Session signIn(String name, Assertion assertion) {
        return accounts.signIn.signIn(name, passphrase(), assertion);
    }

    Session signIn(TestAuthenticator authenticator) {
        return signIn("anna", assertion(authenticator));
    }

    Assertion assertion(TestAuthenticator authenticator) {
        String challenge = accounts.passkeys.request().challenge();
        return new Assertion(challenge, authenticator.sign(challenge));
    }

    void assertRefused(String name, Assertion assertion) {
        assertThrows(SignInRefused.class, () -> signIn(name, assertion));
        accounts.clock.move(Duration.ofMinutes(2));
    }

    long audited(Act act) {
        return accounts.statements
                .list("SELECT count(*) FROM audit_line WHERE act = ?", row -> row.getLong(1), act.name())
                .get(0);
    }
}
