package org.obhut.mailbox;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderClosedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.ReadOnlyFolderException;
import jakarta.mail.StoreClosedException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.angus.mail.iap.BadCommandException;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.obhut.outbox.AccountUnavailable;
import org.obhut.platform.ConnectionFailure;

/**
 * Why a mailbox can't be looked through, as a text key: in our own words, as what a server says may repeat a client's. The
 * operating guide and the page of the mailboxes say what to do about each.
 */
final class Trouble {

    /** Codes (RFC 5530) by which a server says that it, and not the password, is at fault. */
    private static final Set<String> NOT_NOW = Set.of("UNAVAILABLE", "INUSE", "LIMIT", "SERVERBUG", "CONTACTADMIN");

    private Trouble() {}

    static String of(Exception failure) {
        if (failure instanceof AccountUnavailable unavailable) {
            return unavailable.reason();
        }
        if (failure instanceof AuthenticationFailedException) {
            return notNow(failure) ? "sign-in-not-now" : "sign-in-refused";
        }
        String outage = Outage.of(failure);
        if (failure instanceof SQLException || failure instanceof RuntimeException && outage != null) {
            return Optional.ofNullable(outage).orElse("database");
        }
        if (failure instanceof RuntimeException) {
            return "intake";
        }
        return Optional.ofNullable(ConnectionFailure.of(failure)).orElseGet(() -> said(failure));
    }

    /** The code stands at the beginning of what the server said, which is the message; of that no more is looked at. */
    private static boolean notNow(Exception failure) {
        String said = String.valueOf(failure.getMessage()).strip().toUpperCase(Locale.ROOT);
        return NOT_NOW.stream().anyMatch(code -> said.startsWith('[' + code + ']'));
    }

    private static String said(Exception failure) {
        if (has(failure, BearerProtocol.NoSignInMethod.class)) {
            return "no-sign-in-method";
        }
        // The mail library has no exception of its own for these two; the words are its, not the server's.
        String words = String.valueOf(failure.getMessage());
        if (words.startsWith("No login methods supported")) {
            return "no-sign-in-method";
        }
        if (words.startsWith("STARTTLS required but not supported")) {
            return "no-starttls";
        }
        if (failure instanceof FolderNotFoundException) {
            return "no-such-folder";
        }
        if (failure instanceof ReadOnlyFolderException) {
            return "mailbox-read-only";
        }
        boolean lost = failure instanceof FolderClosedException || failure instanceof StoreClosedException;
        boolean refused = has(failure, CommandFailedException.class) || has(failure, BadCommandException.class);
        return !lost && refused ? "server-refuses" : "connection-lost";
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(type::isInstance);
    }
}
