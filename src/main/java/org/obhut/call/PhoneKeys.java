package org.obhut.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.account.Refused;
import org.obhut.account.Role;
import org.obhut.audit.Act;
import org.obhut.audit.AuditTrail;
import org.obhut.envelope.RandomId;
import org.obhut.platform.InvalidInput;
import org.obhut.platform.Statements;

/**
 * Keys for telephone systems, which can log calls and nothing else. A key has 256 random bits and is shown once; the database has
 * its SHA-256. Each method is one transaction.
 */
@ApplicationScoped
@Transactional
public class PhoneKeys {

    /** What every key begins with, so that it is recognised where it lies by mistake. */
    public static final String PREFIX = "obhut-call-";

    static final int MOST = 50;

    private static final int BYTES = 32;
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}\\p{Zl}\\p{Zp}]{1,60}");
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /** A key as it is listed. @param usedOn null where it was never used */
    public record Listed(
            UUID id,
            String name,
            LocalDate madeOn,
            @Nullable LocalDate usedOn) {}

    private final Statements statements;
    private final AuditTrail audit;
    private final SecureRandom random;
    private final Clock clock;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected PhoneKeys() {
        this(null, null, null, null);
    }

    @Inject
    PhoneKeys(Statements statements, AuditTrail audit, SecureRandom random, Clock clock) {
        this.statements = statements;
        this.audit = audit;
        this.random = random;
        this.clock = clock;
    }

    /** Whether the caller may issue and revoke keys: an administrator, or whoever leads a team. */
    public static boolean keeps(Caller caller) {
        return caller.has(Role.ADMINISTRATOR) || !caller.leads().isEmpty();
    }

    private static void require(Caller caller) {
        if (!keeps(caller)) {
            throw new Refused("lead or administrator");
        }
    }

    /**
     * Makes a key and returns it; nothing returns it again.
     *
     * @param name of the telephone system, 1 to 60 characters in one line
     * @throws InvalidInput where the name does not fit or another key has it, or there are fifty keys
     */
    public String issue(Caller caller, String name) {
        require(caller);
        String stripped = name.strip();
        if (!NAME.matcher(stripped).matches()) {
            throw new InvalidInput("name", "phone-name");
        }
        if (list(caller).size() >= MOST) {
            throw new InvalidInput("name", "phone-many");
        }
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String key = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        UUID id = RandomId.next(random);
        int added = statements.run(
                "INSERT INTO call_key (id, name, hash, made_on) VALUES (?, ?, ?, ?) ON CONFLICT (name) DO NOTHING",
                id,
                stripped,
                sha256(key),
                today());
        if (added == 0) {
            throw new InvalidInput("name", "phone-taken");
        }
        audit.add(Act.CALL_KEY_ISSUED, caller.person());
        return key;
    }

    /** All keys by name. */
    public List<Listed> list(Caller caller) {
        require(caller);
        return statements.list(
                "SELECT id, name, made_on, used_on FROM call_key ORDER BY name",
                row -> new Listed(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        row.getObject(4, LocalDate.class)));
    }

    /** Lets a key open nothing from now on; nothing happens where there is none. */
    public void revoke(Caller caller, UUID id) {
        require(caller);
        if (statements.run("DELETE FROM call_key WHERE id = ?", id) == 1) {
            audit.add(Act.CALL_KEY_REVOKED, caller.person());
        }
    }

    /** Which key this is, if it is one; notes the day of its use. */
    public Optional<UUID> admit(String key) {
        byte[] hash = sha256(key);
        Optional<UUID> found = statements
                .list("SELECT id FROM call_key WHERE hash = ?", row -> row.getObject(1, UUID.class), (Object) hash)
                .stream()
                .findFirst();
        found.ifPresent(id -> statements.run(
                "UPDATE call_key SET used_on = ? WHERE id = ? AND used_on IS DISTINCT FROM ?", today(), id, today()));
        return found;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    private static byte[] sha256(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not at hand", e);
        }
    }
}
