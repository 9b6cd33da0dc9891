package org.obhut.mailbox;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
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

    /** A mail that could not be stored at all, and when it is tried again. */
    private record Postponed(GrowingPause pause, Instant until) {}

    InboxPass(MailAccount account, Intake intake, Clock clock, Supplier<GrowingPause> pauses) {
        this.account = account;
        this.intake = intake;
        this.clock = clock;
        this.pauses = pauses;
    }

    /** What a pass found. {@code stuck}: the server can't remove single mails. */
    record Result(int taken, int failed, boolean stuck) {}

    /**
     * Takes everything that is new.
     *
     * @param uids what the choice at the first connection does not leave alone by its day
     * @param stop asked before each mail
     * @throws RuntimeException in an outage of the database
     */
    Result run(ImapInbox inbox, Standing standing, Set<Long> uids, BooleanSupplier stop)
            throws MessagingException, IOException {
        long validity = inbox.uidValidity();
        Set<Long> known = intake.known(standing.mailbox(), validity);
        // Records from before a crash: their mails are stored, and only their removal is missing.
        boolean stuck = !known.isEmpty() && remove(inbox, standing, validity);
        List<Long> fresh = uids.stream()
                .filter(uid -> uid > standing.leftAlone() && !known.contains(uid))
                .toList();
        List<Long> ready = fresh.stream().filter(this::ready).toList();
        int taken = 0;
        for (int from = 0; from < ready.size() && !stop.getAsBoolean(); from += BATCH) {
            List<Long> batch = ready.subList(from, Math.min(from + BATCH, ready.size()));
            taken += take(inbox, standing.mailbox(), validity, batch, stop);
            stuck = remove(inbox, standing, validity);
        }
        return new Result(taken, fresh.size() - taken, stuck);
    }

    /** Returns how many of the batch are stored now, or are gone without us. */
    private int take(ImapInbox inbox, UUID mailbox, long validity, List<Long> batch, BooleanSupplier stop)
            throws MessagingException, IOException {
        Map<Long, byte[]> begun = inbox.begin(batch);
        int taken = batch.size() - begun.size();
        for (Map.Entry<Long, byte[]> mail : begun.entrySet()) {
            if (stop.getAsBoolean()) {
                break;
            }
            try (InputStream raw = inbox.read(mail.getKey(), mail.getValue())) {
                taken += take(new Place(mailbox, validity, mail.getKey()), raw) ? 1 : 0;
            }
        }
        return taken;
    }

    private boolean ready(long uid) {
        Postponed wait = postponed.get(uid);
        return wait == null || !clock.instant().isBefore(wait.until());
    }

    /** False where this one mail could not be stored; it is tried again later. */
    private boolean take(Place place, InputStream raw) throws IOException {
        try {
            intake.take(account, place, raw);
            postponed.remove(place.uid());
            outages.remove(place.uid());
            return true;
        } catch (RuntimeException e) {
            if (Outage.of(e) != null && !suspicious(place.uid(), e)) {
                throw e;
            }
            GrowingPause pause = postponed.containsKey(place.uid())
                    ? postponed.get(place.uid()).pause()
                    : pauses.get();
            postponed.put(place.uid(), new Postponed(pause, clock.instant().plus(pause.next())));
            LOG.log(Level.ERROR, "mail-left-on-server {0} {1}", place.uid(), Failure.of(e));
            return false;
        }
    }

    /** Whether it is this mail that brings about what looks like an outage of the database: others are taken meanwhile. */
    private boolean suspicious(long uid, RuntimeException failure) {
        return "database".equals(Outage.of(failure)) && outages.merge(uid, 1, Integer::sum) >= OUTAGES_BY_ONE_MAIL;
    }

    /** Removes what is due and notes what is gone. True where the server can't remove single mails. */
    private boolean remove(ImapInbox inbox, Standing standing, long validity) throws MessagingException {
        List<Long> due = intake.due(standing.mailbox(), validity);
        if (due.isEmpty()) {
            return false;
        }
        Set<Long> there = inbox.present(due);
        if (!there.isEmpty() && inbox.remove(there, account.fetching().moveTo()) == ImapInbox.Removal.IMPOSSIBLE) {
            return true;
        }
        Set<Long> gone = new TreeSet<>(due);
        gone.removeAll(inbox.present(due));
        intake.gone(standing.mailbox(), validity, gone);
        return false;
    }
}
