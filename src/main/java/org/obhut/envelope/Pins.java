package org.obhut.envelope;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which team's keys a mailbox seals to, which key a person had when they were let into a team, and which key recovers a team. Kept in the key store, so that
 * whoever changes keys in the database alone changes nothing. One line each, {@code holder team epoch team-fingerprint
 * leads-fingerprint}, {@code person fingerprint} or {@code recovery team fingerprint}, below a first line with the code that authenticates them.
 */
@ApplicationScoped
public class Pins {

    private static final String FILE = "pinned";
    private static final String RECOVERY = "recovery";

    private final KeyStore keys;
    private final Map<String, Pin> pins = new TreeMap<>();
    private final Map<UUID, Fingerprint> people = new TreeMap<>();
    private final Map<UUID, Fingerprint> recoveries = new TreeMap<>();

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected Pins() {
        this.keys = null;
    }

    /** @throws KeyStoreRefused where the pins are not authentic */
    @Inject
    public Pins(KeyStore keys) {
        this.keys = keys;
        keys.files().read(FILE).ifPresent(this::read);
    }

    /** The pin of a mailbox. */
    public synchronized Optional<Pin> mailbox(String address) {
        return Optional.ofNullable(pins.get(holder(address)));
    }

    /** The pin of a team, which holds for what its members write, whatever mailbox it has. */
    public synchronized Optional<Pin> team(UUID team) {
        return Optional.ofNullable(pins.get(team.toString()));
    }

    /** Pins a team. Who may do so is the caller's to check. */
    public synchronized void pinTeam(Pin pin) {
        pins.put(pin.team().toString(), pin);
        write();
    }

    /** Pins a mailbox to a team's keys. Who may do so is the caller's to check. */
    public synchronized void pinMailbox(String address, Pin pin) {
        pins.put(holder(address), pin);
        write();
    }

    /** The key of a person whom somebody let into a team after comparing it. */
    public synchronized Optional<Fingerprint> person(UUID person) {
        return Optional.ofNullable(people.get(person));
    }

    /** Pins a person's key. Who may do so is the caller's to check. */
    public synchronized void pinPerson(UUID person, Fingerprint key) {
        people.put(person, key);
        write();
    }

    /** Forgets a person, whose account was reset. */
    public synchronized void forgetPerson(UUID person) {
        people.remove(person);
        write();
    }

    /** The recovery key to which a team's roots are sealed; empty where it has none. */
    public synchronized Optional<Fingerprint> recovery(UUID team) {
        return Optional.ofNullable(recoveries.get(team));
    }

    /** Pins a team's recovery key. Who may do so is the caller's to check. */
    public synchronized void pinRecovery(UUID team, Fingerprint key) {
        recoveries.put(team, key);
        write();
    }

    /** Pins a team and each of its mailboxes to the team's next keys, at once. Who may do so is the caller's to check. */
    public synchronized void succeed(Pin next) {
        pins.replaceAll((holder, pin) -> pin.team().equals(next.team()) ? next : pin);
        write();
    }

    /** The mailboxes that are pinned to a team. */
    public synchronized Set<String> mailboxes(UUID team) {
        return pins.entrySet().stream()
                .filter(entry ->
                        entry.getValue().team().equals(team) && !entry.getKey().equals(team.toString()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String holder(String address) {
        String holder = address.toLowerCase(Locale.ROOT);
        if (holder.isBlank() || holder.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("a mailbox address has no spaces");
        }
        return holder;
    }

    private void write() {
        String lines = pins.entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining());
        lines += people.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue().hex() + "\n")
                .collect(Collectors.joining());
        lines += recoveries.entrySet().stream()
                .map(entry ->
                        RECOVERY + " " + entry.getKey() + " " + entry.getValue().hex() + "\n")
                .collect(Collectors.joining());
        String code = HexFormat.of().formatHex(code(lines));
        keys.files().write(FILE, (code + "\n" + lines).getBytes(StandardCharsets.UTF_8));
    }

    private static String line(String holder, Pin pin) {
        return String.join(
                        " ",
                        holder,
                        pin.team().toString(),
                        Integer.toString(pin.epoch()),
                        pin.teamKey().hex(),
                        pin.leadsKey().hex())
                + "\n";
    }

    private void read(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        int end = text.indexOf('\n');
        String lines = text.substring(end + 1);
        byte[] code = HexFormat.of().formatHex(code(lines)).getBytes(StandardCharsets.US_ASCII);
        if (end < 0 || !MessageDigest.isEqual(code, text.substring(0, end).getBytes(StandardCharsets.UTF_8))) {
            throw new KeyStoreRefused("the key store's file " + FILE + " is damaged or not authentic");
        }
        lines.lines().map(line -> line.split(" ")).forEach(this::readLine);
    }

    private void readLine(String[] field) {
        if (field.length == 2) {
            people.put(UUID.fromString(field[0]), new Fingerprint(field[1]));
            return;
        }
        if (field.length == 3) {
            recoveries.put(UUID.fromString(field[1]), new Fingerprint(field[2]));
            return;
        }
        Pin pin = new Pin(
                UUID.fromString(field[1]),
                Integer.parseInt(field[2]),
                new Fingerprint(field[3]),
                new Fingerprint(field[4]));
        pins.put(field[0], pin);
    }

    private byte[] code(String lines) {
        byte[] key = keys.key(KeyStore.Permanent.PINS, "pins");
        try {
            return Hmac.sha256(key, lines.getBytes(StandardCharsets.UTF_8));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }
}
