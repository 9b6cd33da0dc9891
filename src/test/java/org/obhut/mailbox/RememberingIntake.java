package org.obhut.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.obhut.mailbox.Mailboxes.FirstContact;
import org.obhut.mime.HeaderFields;

/** An intake in memory, so that a poller can be tested without a database. */
final class RememberingIntake extends Intake {

    final List<byte[]> stored = new CopyOnWriteArrayList<>();
    final List<Place> places = new CopyOnWriteArrayList<>();
    volatile @Nullable FirstContact choice = new FirstContact.All();
    volatile boolean keepOnServer;
    volatile Consumer<String> before = mail -> {};

    private final UUID mailbox = UUID.randomUUID();
    private final Map<Place, Boolean> records =
            new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
    private @Nullable Standing first;

    @Override
    void take(MailAccount account, Place place, InputStream raw) throws IOException {
        byte[] mail = raw.readAllBytes();
        before.accept(new String(mail, java.nio.charset.StandardCharsets.UTF_8));
        stored.add(mail);
        places.add(place);
        record(place);
    }

    /** A mail that was committed before a crash. */
    synchronized void record(Place place) {
        records.put(place, true);
    }

    @Override
    synchronized Standing connected(MailAccount account, long uidValidity, long highestUid, long found) {
        if (first == null) {
            first = new Standing(mailbox, null, highestUid, found);
        }
        return new Standing(mailbox, choice, first.foundTo(), first.found());
    }

    @Override
    void worked(UUID mailbox) {}

    Standing standing() {
        return first;
    }

    UUID mailbox() {
        return mailbox;
    }

    @Override
    synchronized Set<Long> known(UUID mailbox, long uidValidity) {
        Set<Long> known = new HashSet<>();
        records.keySet().stream().filter(p -> p.uidValidity() == uidValidity).forEach(p -> known.add(p.uid()));
        return known;
    }

    @Override
    List<Long> due(UUID mailbox, long uidValidity) {
        return keepOnServer ? List.of() : new ArrayList<>(known(mailbox, uidValidity));
    }

    @Override
    synchronized void gone(UUID mailbox, long uidValidity, Collection<Long> uids) {
        records.keySet().removeIf(p -> p.uidValidity() == uidValidity && uids.contains(p.uid()));
    }

    List<String> subjects() {
        return stored.stream()
                .map(mail -> HeaderFields.read(mail, 0, mail.length).decoded("subject"))
                .toList();
    }
}
