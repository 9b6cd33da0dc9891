package org.obhut.launcher;

import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;
import org.obhut.envelope.KeyStoreFolder;
import org.obhut.platform.Settings;

/** What of an archive can still be opened, with the key store there is; said before anything is changed. */
record Losses(Archive archive, KeyStoreFolder keys) {

    /** @throws StartFailure where it would be all, because the key store is missing, another one, or too old */
    static Losses of(Archive archive, Settings settings, Optional<Path> given) throws StartFailure {
        Optional<KeyStoreFolder> here = KeyStoreFolder.in(settings.keyStore());
        if (here.isPresent() && given.isPresent()) {
            throw new StartFailure(
                    "OBHUT_KEYSTORE: " + settings.keyStore() + " holds a key store; a copy never takes its"
                            + " place, since it could open what was erased. Leave out --keys; nothing was changed");
        }
        Optional<KeyStoreFolder> keys = given.isPresent() ? KeyStoreFolder.in(given.get()) : here;
        if (keys.isEmpty()) {
            throw new StartFailure(
                    "Without its key store nothing in this archive can be opened by anybody: " + archive.allTickets()
                            + " of " + archive.allTickets() + " tickets are lost. " + given.orElse(settings.keyStore())
                            + " holds none. Put key store " + archive.keyStore()
                            + " there, or name its copy with --keys (OBHUT_KEYSTORE_COPY"
                            + " is " + settings.keyStoreCopy() + "); nothing was changed");
        }
        if (!keys.get().id().equals(archive.keyStore())) {
            throw new StartFailure("The archive belongs to key store " + archive.keyStore() + ", but "
                    + given.orElse(settings.keyStore()) + " holds key store "
                    + keys.get().id() + ": " + archive.allTickets()
                    + " of " + archive.allTickets() + " tickets could be opened by nobody; nothing was changed");
        }
        if (keys.get().epochs().isEmpty() || keys.get().epochs().last() < archive.epoch()) {
            throw new StartFailure("The key store is older than the archive: it lacks the secret of epoch "
                    + archive.epoch() + ". Put the newer key store there; nothing was changed");
        }
        return new Losses(archive, keys.get());
    }

    SortedSet<Integer> epochs() {
        return keys.epochs();
    }

    /** Tickets whose copy in the archive is closed for good. */
    long dead() {
        return archive.tickets().entrySet().stream()
                .filter(entry -> !epochs().contains(entry.getKey()))
                .mapToLong(entry -> entry.getValue())
                .sum();
    }

    /** Whether the epoch of the archive itself has ended: then the teams' keys are gone with it. */
    boolean all() {
        return !epochs().contains(archive.epoch());
    }

    String text() {
        if (all()) {
            return "Epoch " + archive.epoch()
                    + ", under which this archive was sealed, has ended and its secret is destroyed: "
                    + archive.allTickets() + " of " + archive.allTickets()
                    + " tickets, and the keys of all teams, can be opened by nobody.";
        }
        String dead = dead() == 0
                ? "All " + archive.allTickets() + " tickets can be opened by those who may read them."
                : dead() + " of " + archive.allTickets() + " tickets can be opened by nobody: their epochs have ended.";
        return dead + " " + keys.erasures() + " erasures noted since are done again at the next start.";
    }
}
