package org.obhut.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.obhut.audit.Act;
import org.obhut.audit.AuditTrail;
import org.obhut.platform.InvalidInput;
import org.obhut.platform.Settings;

/**
 * What somebody has besides a passphrase: an app that makes one-time codes, passkeys, or both, and ten recovery codes on paper for the
 * day that these are lost. A code opens nothing by itself and is never asked for without the passphrase.
 */
@ApplicationScoped
@Transactional
public class SecondFactors {

    static final int CODES = 10;

    /** Letters and digits that are not taken for each other: 5 bits each. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    /** Letters of a recovery code: 50 bits. */
    private static final int LENGTH = 10;

    private final SecondFactorRows rows;
    private final PasskeyRows passkeys;
    private final AuditTrail audit;
    private final SecureRandom random;
    private final Clock clock;
    private final boolean required;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected SecondFactors() {
        this(null, null, null, null, null, false);
    }

    @Inject
    public SecondFactors(
            SecondFactorRows rows,
            PasskeyRows passkeys,
            AuditTrail audit,
            SecureRandom random,
            Clock clock,
            Settings settings) {
        this(rows, passkeys, audit, random, clock, settings.secondFactorRequired());
    }

    SecondFactors(
            SecondFactorRows rows,
            PasskeyRows passkeys,
            AuditTrail audit,
            SecureRandom random,
            Clock clock,
            boolean required) {
        this.rows = rows;
        this.passkeys = passkeys;
        this.audit = audit;
        this.random = random;
        this.clock = clock;
        this.required = required;
    }

    /** Whether nobody signs in without one. */
    public boolean required() {
        return required;
    }

    /** A new secret for an app, in base32; worth nothing until somebody shows by a code that their app has it. */
    public String proposed() {
        byte[] secret = new byte[Totp.SECRET];
        random.nextBytes(secret);
        return Totp.text(secret);
    }

    /** Whether the person has one: an app or a passkey. */
    public boolean has(UUID person) {
        return hasApp(person) || passkeys.any(person);
    }

    /** Whether the person has an app that makes one-time codes. */
    boolean hasApp(UUID person) {
        return rows.find(person).isPresent();
    }

    /**
     * Whether somebody may go on with what is left after something was removed. Recovery codes go with the last of it.
     *
     * @param field to name where they may not
     * @throws InvalidInput where nothing is left, and nobody may be without
     */
    void requireLeft(UUID person, String field) {
        if (has(person)) {
            return;
        }
        if (required()) {
            throw new InvalidInput(field, "last-second-factor");
        }
        rows.putCodes(person, List.of());
    }

    /** Removes the app. @throws InvalidInput on {@code device} where there is nothing else, and nobody may be without */
    void removeApp(UUID person) {
        passkeys.lock(person);
        if (rows.remove(person)) {
            requireLeft(person, "device");
            audit.add(Act.SECOND_FACTOR_REMOVED, person, person);
        }
    }

    /** Whether the device shows the code of its secret. @throws InvalidInput where not */
    void requireShown(Arrival.Device device) {
        step(device);
    }

    /**
     * Sets or replaces a person's device, and their recovery codes with it.
     *
     * @return the recovery codes, which nobody can be told again
     * @throws InvalidInput where the device does not show the code of its secret
     */
    List<String> set(UUID person, Arrival.Device device) {
        long step = step(device);
        byte[] secret = Totp.secret(device.secret());
        rows.put(person, secret, step);
        Arrays.fill(secret, (byte) 0);
        audit.add(Act.SECOND_FACTOR_SET, person, person);
        return codes(person);
    }

    private long step(Arrival.Device device) {
        try {
            return Totp.step(Totp.secret(device.secret()), stripped(device.code()), clock.instant())
                    .orElseThrow(() -> new InvalidInput("code", "wrong-one-time-code"));
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("code", "wrong-one-time-code");
        }
    }

    /** Ten new recovery codes in place of those there were. */
    List<String> codes(UUID person) {
        List<String> codes = Stream.generate(this::code).limit(CODES).toList();
        rows.putCodes(person, codes.stream().map(SecondFactors::stripped).toList());
        return codes;
    }

    private String code() {
        StringBuilder code = new StringBuilder();
        random.ints(LENGTH, 0, LETTERS.length()).forEach(i -> code.append(code.length() == LENGTH / 2 ? "-" : "")
                .append(LETTERS.charAt(i)));
        return code.toString();
    }

    /** How many recovery codes are left. */
    int codesLeft(UUID person) {
        return rows.codes(person);
    }

    /** Whether a one-time or recovery code would be taken now; takes none. Recovery codes are there only as long as there is what they stand in for. */
    boolean fits(UUID person, String code) {
        String typed = stripped(code);
        Optional<SecondFactorRows.Device> device = rows.find(person);
        boolean recovery = rows.hasCode(person, typed);
        return device.filter(known -> Totp.step(known.secret(), typed, clock.instant()).stream()
                                .anyMatch(step -> step > known.lastStep()))
                        .isPresent()
                || recovery;
    }

    /** Takes a code, which is worth nothing from now on; false where it is not to be taken, or was meanwhile. */
    boolean take(UUID person, String code) {
        String typed = stripped(code);
        OptionalLong step = rows.find(person)
                .map(device -> Totp.step(device.secret(), typed, clock.instant()))
                .orElse(OptionalLong.empty());
        return step.isPresent() && rows.advance(person, step.getAsLong()) || rows.removeCode(person, typed);
    }

    /** As people type it: with blanks or a hyphen, in capitals. */
    private static String stripped(String code) {
        return code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    }
}
