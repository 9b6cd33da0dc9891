package org.obhut.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.obhut.envelope.BlindIndex;

/** Signs people in by name, passphrase (Argon2id, RFC 9106), and one-time code (RFC 6238) or passkey (Web Authentication). */
@ApplicationScoped
public class SignIn {

    private final People people;
    private final Passphrases passphrases;
    private final SecondFactors factors;
    private final PasskeySignIn passkeys;
    private final Attempts attempts;
    private final BlindIndex index;
    private final KeyringOpening keyrings;
    private final Sessions sessions;
    private final SignInCounts counts;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected SignIn() {
        this(null, null, null, null, null, null, null, null, null);
    }

    @Inject
    public SignIn(
            People people,
            Passphrases passphrases,
            SecondFactors factors,
            PasskeySignIn passkeys,
            Attempts attempts,
            BlindIndex index,
            KeyringOpening keyrings,
            Sessions sessions,
            SignInCounts counts) {
        this.people = people;
        this.passphrases = passphrases;
        this.factors = factors;
        this.passkeys = passkeys;
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
     * @param code from the person's device or list; without meaning for who has neither
     * @throws SignInRefused where name, passphrase or code is wrong (the same time and words for all), or attempts come too fast
     * @throws SecondFactorMissing where all is right, and the person has to set up a device first
     */
    public Session signIn(String name, char[] passphrase, String code) {
        return signIn(name, passphrase, Shown.code(factors, code));
    }

    /**
     * Opens a session.
     *
     * @param passphrase wiped before return
     * @param assertion of a passkey of this person; its challenge is used up whatever happens
     * @throws SignInRefused where name, passphrase or assertion is wrong (the same time and words for all), or attempts come too fast
     */
    public Session signIn(String name, char[] passphrase, Assertion assertion) {
        return signIn(name, passphrase, Shown.passkey(passkeys, assertion));
    }

    private Session signIn(String name, char[] passphrase, Shown shown) {
        return attempt(name, passphrase, shown, (person, keys) -> begin(person, keys, shown));
    }

    /** For who has no device. */
    Session signIn(String name, char[] passphrase) {
        return signIn(name, passphrase, "");
    }

    /**
     * Sets up a device for who has none and can't sign in without; opens no session.
     *
     * @param passphrase wiped before return
     * @return recovery codes, which nobody can be told again
     * @throws SignInRefused as for {@link #signIn}, and where the person has a device
     * @throws org.obhut.platform.InvalidInput where the device does not show the code of its secret
     */
    public List<String> setUpDevice(String name, char[] passphrase, Arrival.Device device) {
        return attempt(name, passphrase, Shown.code(factors, ""), (person, keys) -> {
            if (people.blocked(person.id()) || factors.has(person.id())) {
                throw new SignInRefused(attempts.wait(person.name()));
            }
            attempts.succeeded(person.name());
            return factors.set(person.id(), device);
        });
    }

    private <T> T attempt(
            String typed, char[] passphrase, Shown shown, BiFunction<Person, PassphraseKeys, T> admitted) {
        String name = typed.strip().toLowerCase(Locale.ROOT);
        try {
            attempts.begin(name);
            Optional<Person> person = people.byName(name);
            Person.Lock lock = person.map(Person::lock).orElseGet(() -> nobodys(name));
            // Looked at before the passphrase, so that the time of the answer does not tell which of the two was wrong.
            boolean second = second(person.map(Person::id).orElseGet(() -> index.id("nobody", name)), shown);
            try (PassphraseKeys keys = passphrases.derive(passphrase, lock.salt(), lock.cost())) {
                if (!keys.verifiedBy(lock.verifierHash()) || person.isEmpty() || !second) {
                    throw new SignInRefused(attempts.wait(name));
                }
                return admitted.apply(person.get(), keys);
            }
        } catch (SignInRefused refusal) {
            counts.refused();
            throw refusal;
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    private boolean second(UUID person, Shown shown) {
        boolean fits = shown.fits(person);
        return fits || !factors.has(person) && shown.dispensable();
    }

    private Session begin(Person person, PassphraseKeys keys, Shown shown) {
        requireTaken(person, shown);
        Session session = sessions.begin(keyrings.open(person, keys));
        // Looked at last: who is blocked or reset from now on has a session that is found and ended.
        if (people.blocked(person.id()) || wasReset(person)) {
            sessions.end(session.handle());
            throw new SignInRefused(attempts.wait(person.name()));
        }
        attempts.succeeded(person.name());
        return session;
    }

    /** Whether the account was made new after the passphrase was looked at. */
    private boolean wasReset(Person person) {
        return people.byId(person.id())
                .filter(now -> now.key().equals(person.key()))
                .isEmpty();
    }

    private void requireTaken(Person person, Shown shown) {
        if (factors.has(person.id()) || !shown.dispensable()) {
            if (!shown.take(person.id())) {
                throw new SignInRefused(attempts.wait(person.name()));
            }
        } else if (factors.required()) {
            attempts.succeeded(person.name());
            throw new SecondFactorMissing();
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
