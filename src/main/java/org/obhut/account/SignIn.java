package org.obhut.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.obhut.envelope.BlindIndex;

/** Signs people in by name and passphrase (Argon2id, RFC 9106). */
@ApplicationScoped
public class SignIn {

    private final People people;
    private final Passphrases passphrases;
    private final Attempts attempts;
    private final BlindIndex index;
    private final KeyringOpening keyrings;
    private final Sessions sessions;
    private final SignInCounts counts;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected SignIn() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    public SignIn(
            People people,
            Passphrases passphrases,
            Attempts attempts,
            BlindIndex index,
            KeyringOpening keyrings,
            Sessions sessions,
            SignInCounts counts) {
        this.people = people;
        this.passphrases = passphrases;
        this.attempts = attempts;
        this.index = index;
        this.keyrings = keyrings;
        this.sessions = sessions;
        this.counts = counts;
    }

    /**
     * Opens a session.
     *
     * @param passphrase wiped before return
     * @throws SignInRefused where name or passphrase is wrong (the same time and words for both), or attempts come too fast
     */
    public Session signIn(String name, char[] passphrase) {
        try {
            return attempt(name.strip().toLowerCase(Locale.ROOT), passphrase);
        } catch (SignInRefused refusal) {
            counts.refused();
            throw refusal;
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    private Session attempt(String name, char[] passphrase) {
        attempts.begin(name);
        Optional<Person> person = people.byName(name);
        Person.Lock lock = person.map(Person::lock).orElseGet(() -> nobodys(name));
        try (PassphraseKeys keys = passphrases.derive(passphrase, lock.salt(), lock.cost())) {
            if (!keys.verifiedBy(lock.verifierHash()) || person.isEmpty()) {
                throw new SignInRefused(attempts.wait(name));
            }
            attempts.succeeded(name);
            return sessions.begin(keyrings.open(person.get(), keys));
        }
    }

    /** A lock that nothing opens, for a name that nobody has: it costs what a real one costs. */
    private Person.Lock nobodys(String name) {
        UUID id = index.id("nobody", name);
        byte[] salt = ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return new Person.Lock(salt, passphrases.cost(), new byte[32], new byte[0]);
    }
}
