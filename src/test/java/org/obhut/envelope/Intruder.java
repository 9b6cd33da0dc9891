package org.obhut.envelope;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Somebody with a copy of the database and of the key store's files, who tries every secret at every envelope in every place it can
 * be bound to. What opens and has the length of a secret is tried as one, too, until nothing more opens.
 */
public final class Intruder {

    /**
     * A sealed value and what its row says.
     *
     * @param ids of the row, to one or more of which it is bound
     * @param index of the segment, 0 where it is none
     */
    public record Find(String column, byte[] sealed, Set<UUID> ids, int index) {}

    private final List<String> contexts;
    private final Deque<byte[]> untried = new ArrayDeque<>();
    private final List<Keys> tried = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private final Map<Find, byte[]> closed = new HashMap<>();
    private final Set<String> opened = new TreeSet<>();
    private final Set<String> roots = new TreeSet<>();

    /** @param contexts what operating secrets are bound to */
    public Intruder(List<Find> finds, List<String> contexts) {
        finds.forEach(find -> closed.put(find, find.sealed()));
        this.contexts = contexts;
    }

    /** Takes every secret in the files of a key store. */
    public void take(Path keyStore) throws IOException {
        try (Stream<Path> files = Files.list(keyStore)) {
            for (Path file : files.toList()) {
                try {
                    learn(StoredSecret.decoded("", Files.readAllBytes(file)).bytes());
                } catch (KeyStoreRefused e) {
                    // An id, a number, the list of pins: no secret.
                }
            }
        }
    }

    /** Takes a secret from elsewhere, such as what comes of a passphrase. */
    public void learn(byte[] secret) {
        if (known.add(HexFormat.of().formatHex(secret))) {
            untried.add(secret);
        }
    }

    /** The columns of which something opens with what is known. A seal of which only the epoch's layer opens is closed. */
    public Set<String> opened() {
        while (!untried.isEmpty()) {
            var keys = new Keys(untried.remove());
            tried.add(keys);
            List.copyOf(closed.keySet()).forEach(find -> tryAt(find, keys));
        }
        return opened;
    }

    /** Roots and content keys that were opened, in hex. */
    public Set<String> roots() {
        return Set.copyOf(roots);
    }

    private void tryAt(Find find, Keys keys) {
        byte[] sealed = closed.getOrDefault(find, new byte[0]);
        for (Door door : doors(find, sealed)) {
            try {
                passed(find, door, door.open(keys, sealed));
                return;
            } catch (EnvelopeException e) {
                // Not this one.
            }
        }
    }

    private void passed(Find find, Door door, byte[] clear) {
        if (door.epoch()) {
            // What lies below may open with a secret that was of no use so far.
            closed.put(find, clear);
            List.copyOf(tried).forEach(keys -> tryAt(find, keys));
            return;
        }
        closed.remove(find);
        opened.add(find.column());
        if (clear.length == Root.LENGTH) {
            roots.add(HexFormat.of().formatHex(clear));
            learn(clear);
        }
    }

    /** A key of some purpose and the place that an envelope under it is bound to. */
    private record Door(String label, Binding place) {

        boolean epoch() {
            return label.equals("seals");
        }

        byte[] open(Keys keys, byte[] sealed) {
            byte[] key = keys.key(label);
            return label.equals("x-wing") ? Hpke.open(key, place, sealed) : Envelope.open(key, place, sealed);
        }
    }

    private List<Door> doors(Find find, byte[] sealed) {
        List<Door> doors = new ArrayList<>();
        Suite suite;
        int number;
        try {
            suite = Envelope.suite(sealed, Binding.fact());
            number = Envelope.keyNumber(sealed, Binding.fact());
        } catch (EnvelopeException noEnvelope) {
            return doors;
        }
        for (UUID file : find.ids()) {
            for (UUID other : find.ids()) {
                if (suite == Suite.HPKE_X_WING) {
                    doors.add(new Door("x-wing", Binding.seal(file, other)));
                    doors.add(new Door("x-wing", Binding.itemKey(file, other)));
                } else {
                    doors.add(new Door("seals", Binding.epochSeal(file, other, number)));
                    doors.add(new Door("symmetric/seals", Binding.seal(file, other)));
                    doors.add(new Door("symmetric/item keys", Binding.itemKey(file, other)));
                    addParts(doors, find, file, other);
                }
            }
            if (suite == Suite.AES_256_GCM) {
                doors.add(new Door("", Binding.personRoot(file)));
                doors.add(new Door("operating", Binding.dispatch(file)));
            }
        }
        if (suite == Suite.AES_256_GCM) {
            doors.add(new Door("operating", Binding.fact()));
            contexts.forEach(context -> doors.add(new Door("operating", Binding.setting(context))));
        }
        return doors;
    }

    private static void addParts(List<Door> doors, Find find, UUID file, UUID item) {
        for (Part part : Part.values()) {
            doors.add(new Door("part/" + part.code(), Binding.part(file, item, part)));
            for (UUID stream : find.ids()) {
                String label = "stream/" + part.code() + "/" + stream;
                doors.add(new Door(label, Binding.segment(file, item, part, stream, find.index(), true)));
                doors.add(new Door(label, Binding.segment(file, item, part, stream, find.index(), false)));
            }
        }
    }

    /** A secret and the keys that are derived from it; without a label, the secret itself. */
    private static final class Keys {

        private final Map<String, byte[]> derived = new HashMap<>();
        private final byte[] secret;

        Keys(byte[] secret) {
            this.secret = secret;
        }

        byte[] key(String label) {
            return label.isEmpty() ? secret : derived.computeIfAbsent(label, l -> Hkdf.key(secret, l));
        }
    }
}
