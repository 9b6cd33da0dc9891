package org.obhut.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.obhut.audit.Act;
import org.obhut.audit.AuditTrail;
import org.obhut.envelope.RandomId;
import org.obhut.platform.InvalidInput;
import org.obhut.platform.Settings;

/** A person's own passkeys (Web Authentication Level 3), which stand in for one-time codes at sign-in. */
@ApplicationScoped
@Transactional
public class Passkeys {

    /** The most of one person. */
    public static final int MOST = 10;

    /** The most characters of a name. */
    public static final int LONGEST = 40;

    /** One of a person's passkeys. @param label what they call it */
    public record Listed(UUID id, String label, LocalDate addedOn) {}

    /**
     * What a browser needs to make one. Bytes are base64url without padding.
     *
     * @param handle what the authenticator knows the person by
     * @param algorithms of COSE, the best first
     * @param known ids of credentials whose authenticators need no second one
     */
    public record Creation(String challenge, String party, String handle, List<Long> algorithms, List<String> known) {}

    /** What a browser needs to use one; the same whoever it is. */
    public record Request(String challenge, String party) {}

    static final String SIGN_IN = "sign-in";

    private final PasskeyRows rows;
    private final SecondFactors factors;
    private final PassphraseCheck check;
    private final Challenges challenges;
    private final AuditTrail audit;
    private final SecureRandom random;
    private final Clock clock;
    private final RelyingParty party;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected Passkeys() {
        this(null, null, null, null, null, null, null, (RelyingParty) null);
    }

    @Inject
    public Passkeys(
            PasskeyRows rows,
            SecondFactors factors,
            PassphraseCheck check,
            Challenges challenges,
            AuditTrail audit,
            SecureRandom random,
            Clock clock,
            Settings settings) {
        this(rows, factors, check, challenges, audit, random, clock, new RelyingParty(settings.publicUrl()));
    }

    Passkeys(
            PasskeyRows rows,
            SecondFactors factors,
            PassphraseCheck check,
            Challenges challenges,
            AuditTrail audit,
            SecureRandom random,
            Clock clock,
            RelyingParty party) {
        this.rows = rows;
        this.factors = factors;
        this.check = check;
        this.challenges = challenges;
        this.audit = audit;
        this.random = random;
        this.clock = clock;
        this.party = party;
    }

    /** Whether the public address is one at which browsers have passkeys: a name, reached by https or on the machine itself. */
    public boolean possible() {
        return party.possible();
    }

    /** The origin at which they work. */
    public String origin() {
        return party.origin();
    }

    /** The caller's, the oldest first. */
    public List<Listed> of(Caller caller) {
        return rows.of(caller.person()).stream()
                .map(row -> new Listed(row.id(), row.credential().label(), row.addedOn()))
                .toList();
    }

    /** A challenge for whoever wants to sign in; tells nothing about anybody. */
    public Request request() {
        return new Request(challenges.next(SIGN_IN), party.id());
    }

    /** A challenge for a passkey of the caller. */
    public Creation creation(Caller caller) {
        return creation(caller.person());
    }

    /** A challenge for a passkey of who comes by a link. */
    public Creation creation(WayIn.Offer offer) {
        return creation(offer.person());
    }

    /** A challenge for a passkey of this person, who may be one only once they have answered. */
    Creation creation(UUID person) {
        return new Creation(
                challenges.next(adding(person)),
                party.id(),
                text(handle(person)),
                RelyingParty.ALGORITHMS.stream()
                        .map(algorithm -> algorithm.getValue())
                        .toList(),
                rows.of(person).stream()
                        .map(row -> text(party.credentialId(row.credential())))
                        .toList());
    }

    /**
     * Adds a passkey.
     *
     * @param passphrase wiped before return
     * @return recovery codes where this is the first second factor, which nobody can be told again; none otherwise
     * @throws SignInRefused where the passphrase is wrong
     * @throws InvalidInput on {@code label}; on {@code passkey} where there are too many, the answer does not fit, or it is known
     */
    public List<String> add(Caller caller, char[] passphrase, NewPasskey made) {
        named(made.label());
        check.require(caller, passphrase);
        return add(caller.person(), made);
    }

    List<String> add(UUID person, NewPasskey wanted) {
        String label = named(wanted.label());
        rows.lock(person);
        if (rows.of(person).size() >= MOST) {
            throw new InvalidInput("passkey", "passkey-many");
        }
        if (!challenges.take(wanted.challenge(), adding(person))) {
            throw new InvalidInput("passkey", "passkey-late");
        }
        RelyingParty.Made made = party.made(wanted.answer(), wanted.challenge(), label)
                .orElseThrow(() -> new InvalidInput("passkey", "passkey-unfit"));
        boolean first = !factors.has(person);
        if (!rows.add(RandomId.next(random), person, made.id(), made.credential(), today())) {
            throw new InvalidInput("passkey", "passkey-known");
        }
        List<String> codes = first ? factors.codes(person) : List.of();
        audit.add(Act.PASSKEY_ADDED, person, person);
        return codes;
    }

    /** Calls one of the caller's own otherwise; nothing where there is none. @throws InvalidInput on {@code label} */
    public void rename(Caller caller, UUID passkey, String label) {
        String wanted = named(label);
        rows.lock(caller.person());
        rows.of(caller.person()).stream()
                .filter(row -> row.id().equals(passkey))
                .forEach(row -> rows.replace(row, row.credential().named(wanted)));
    }

    /**
     * Removes one of the caller's own; nothing where there is none.
     *
     * @param passphrase wiped before return
     * @throws SignInRefused where the passphrase is wrong
     * @throws InvalidInput on {@code passkey} where it is the only second factor and nobody may be without
     */
    public void remove(Caller caller, char[] passphrase, UUID passkey) {
        if (of(caller).stream().noneMatch(own -> own.id().equals(passkey))) {
            Arrays.fill(passphrase, '\0');
            return;
        }
        check.require(caller, passphrase);
        rows.lock(caller.person());
        if (rows.remove(caller.person(), passkey)) {
            factors.requireLeft(caller.person(), "passkey");
            audit.add(Act.PASSKEY_REMOVED, caller.person(), caller.person());
        }
    }

    private static String named(String label) {
        String stripped = label.strip();
        if (stripped.isEmpty()) {
            throw new InvalidInput("label", "required");
        }
        if (stripped.length() > LONGEST) {
            throw new InvalidInput("label", "too-long");
        }
        if (stripped.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidInput("label", "one-line");
        }
        return stripped;
    }

    /** The user handle (section 5.4.3): the person's random id. */
    static byte[] handle(UUID person) {
        return ByteBuffer.allocate(16)
                .putLong(person.getMostSignificantBits())
                .putLong(person.getLeastSignificantBits())
                .array();
    }

    private static String adding(UUID person) {
        return "add/" + person;
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
