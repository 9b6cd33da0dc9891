package org.obhut.mailbox;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.obhut.platform.GrowingPause;

/** One look through an inbox: take what is new, mail by mail, and remove what is stored. */
final class InboxPass {

    /** Mails are fetched and removed in batches, so that a burst does not cost three commands each. */
    private static final int BATCH = 20;

    /** After so many a mail counts as the cause. */
    private static final int OUTAGES_BY_ONE_MAIL = 5;

    private static final System.Logger LOG = System.getLogger(InboxPass.class.getName());

    private final MailAccount account;
    private final Intake intake;
    private final Clock clock;
    private final Supplier<GrowingPause> pauses;
    private final Map<Long, Postponed> postponed = new HashMap<>();
    private final Map<Long, Integer> outages = new HashMap<>();

    /** A mail that could not be fetched or stored at all, and when it is tried again. */
    private record Postponed(GrowingPause pause, Instant until) {}

    InboxPass(MailAccount account, Intake intake, Clock clock, Supplier<GrowingPause> pauses) {
        this.account = account;
        this.intake = intake;
        this.clock = clock;
        this.pauses = pauses;
    }

    /**
     * What a pass found.
     *
     * @param taken how many are stored now, or are gone without us
     * @param warning {@code mail-left-on-server}, {@code cannot-remove}, {@code removal-refused}; null for none
     */
    record Result(int taken, @Nullable String warning, OnServer onServer) {}

    /**
     * Takes everything that is new.
     *
     * @param all what lies there
     * @param wanted of these, what the choice at the first connection does not leave alone by its day
     * @param stop asked before each mail
     * @throws RuntimeException in an outage of the database
     */
    Result run(ImapInbox inbox, Standing standing, Set<Long> all, Set<Long> wanted, BooleanSupplier stop)
            throws MessagingException, IOException {
        long validity = inbox.uidValidity();
        Set<Long> stored = new HashSet<>(intake.known(standing.mailbox(), validity));
        List<Long> fresh = wanted.stream()
                .filter(uid -> uid > standing.leftAlone() && !stored.contains(uid))
                .toList();
        int untouched = Math.toIntExact(
                all.stream().filter(uid -> !stored.contains(uid)).count() - fresh.size());
        postponed.keySet().retainAll(fresh);
        outages.keySet().retainAll(fresh);
        // Records from before a crash: their mails are stored, and only their removal is missing.
        String stuck = stored.isEmpty() ? null : remove(inbox, standing, validity, stored);
        List<Long> ready = fresh.stream().filter(this::ready).toList();
        int taken = 0;
        for (int from = 0; from < ready.size() && !stop.getAsBoolean(); from += BATCH) {
            List<Long> batch = ready.subList(from, Math.min(from + BATCH, ready.size()));
            taken += take(inbox, standing.mailbox(), validity, batch, stored, stop);
            stuck = remove(inbox, standing, validity, stored);
        }
        int waiting = fresh.size() - taken;
        return new Result(
                taken, waiting > 0 ? "mail-left-on-server" : stuck, new OnServer(waiting, stored.size(), untouched));
    }

    /** Returns how many of the batch are stored now, or are gone without us. */
    private int take(
            ImapInbox inbox, UUID mailbox, long validity, List<Long> batch, Set<Long> stored, BooleanSupplier stop)
            throws MessagingException, IOException {
        Map<Long, byte[]> begun = inbox.begin(batch);
        int taken = 0;
        for (Map.Entry<Long, byte[]> mail : begun.entrySet()) {
            if (stop.getAsBoolean()) {
                return taken;
            }
            try (InputStream raw = inbox.read(mail.getKey(), mail.getValue())) {
                if (take(new Place(mailbox, validity, mail.getKey()), raw)) {
                    stored.add(mail.getKey());
                    taken++;
                }
            }
        }
        Set<Long> missing = new TreeSet<>(batch);
        missing.removeAll(begun.keySet());
        return taken + gone(inbox, missing);
    }

    /** Of mails that the server did not hand out, those that are there wait; the others somebody has removed. */
    private int gone(ImapInbox inbox, Set<Long> missing) throws MessagingException {
        Set<Long> there = missing.isEmpty() ? missing : inbox.present(missing);
        there.forEach(uid -> postpone(uid, new ImapInbox.MailRefused()));
        return missing.size() - there.size();
    }

    private boolean ready(long uid) {
        Postponed wait = postponed.get(uid);
        return wait == null || !clock.instant().isBefore(wait.until());
    }

    /** False where this one mail could not be fetched or stored; it is tried again later. */
    private boolean take(Place place, InputStream raw) throws IOException {
        try {
            intake.take(account, place, raw);
            return true;
        } catch (ImapInbox.MailRefused e) {
            postpone(place.uid(), e);
            return false;
        } catch (RuntimeException e) {
            if (Outage.of(e) != null && !suspicious(place.uid(), e)) {
                throw e;
            }
            postpone(place.uid(), e);
            return false;
        }
    }

    private void postpone(long uid, Exception reason) {
        Postponed before = postponed.get(uid);
        GrowingPause pause = before == null ? pauses.get() : before.pause();
        postponed.put(uid, new Postponed(pause, clock.instant().plus(pause.next())));
        LOG.log(Level.ERROR, "mail-left-on-server {0} {1} {2}", account.name(), uid, Failure.of(reason));
    }

    /** Whether it is this mail that brings about what looks like an outage of the database: others are taken meanwhile. */
    private boolean suspicious(long uid, RuntimeException failure) {
        return "database".equals(Outage.of(failure)) && outages.merge(uid, 1, Integer::sum) >= OUTAGES_BY_ONE_MAIL;
    }

    /** Removes what is due, and notes what is gone. Returns a warning where the server does not remove it. */
    private @Nullable String remove(ImapInbox inbox, Standing standing, long validity, Set<Long> stored)
            throws MessagingException {
        List<Long> due = intake.due(standing.mailbox(), validity);
        if (due.isEmpty()) {
            return null;
        }
        Set<Long> there = inbox.present(due);
        Removal removal = there.isEmpty()
                ? Removal.TOLD
                : inbox.remove(there, account.fetching().moveTo());
        Set<Long> gone = new TreeSet<>(due);
        gone.removeAll(removal == Removal.TOLD ? inbox.present(due) : there);
        intake.gone(standing.mailbox(), validity, gone);
        stored.removeAll(gone);
        return removal.warning();
    }
}
