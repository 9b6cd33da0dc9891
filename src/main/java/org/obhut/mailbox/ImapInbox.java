package org.obhut.mailbox;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxEncoder;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.jspecify.annotations.Nullable;
import org.obhut.outbox.SignIn;

/**
 * The INBOX of one account over one IMAP connection (RFC 9051), spoken to by UID alone, so that other people's changes move
 * nothing under our hands. Reading leaves no mark; removing touches exactly the UIDs given.
 */
final class ImapInbox implements AutoCloseable {

    /** A mail is fetched in pieces of this size; most mails are one. */
    static final int PIECE = 128 * 1024;

    private static final DateTimeFormatter IMAP_DATE = DateTimeFormatter.ofPattern("d-MMM-uuuu", Locale.ENGLISH);

    /** The server hands out a mail, or a piece of it, not now; it may be removed too. The connection is in order. */
    static final class MailRefused extends IOException {

        private static final long serialVersionUID = 1;

        MailRefused() {
            super("mail not handed out");
        }
    }

    private final IMAPStore store;
    private IMAPFolder folder;
    private final ImapIdle idle = new ImapIdle();

    private ImapInbox(IMAPStore store) throws MessagingException {
        this.store = store;
        this.folder = openFolder();
    }

    private IMAPFolder openFolder() throws MessagingException {
        IMAPFolder inbox = (IMAPFolder) store.getFolder("INBOX");
        inbox.open(Folder.READ_WRITE);
        idle.begin(inbox.getMessageCount());
        inbox.doCommand(protocol -> {
            protocol.removeResponseHandler(idle);
            protocol.addResponseHandler(idle);
            return null;
        });
        return inbox;
    }

    /**
     * Connects, signs in and opens the folder.
     *
     * @param silence how long the server may say nothing before the connection counts as dead
     * @param trust checks certificates, null for the platform
     */
    static ImapInbox open(MailServer server, SignIn signIn, Duration silence, @Nullable SSLSocketFactory trust)
            throws MessagingException {
        Session session = ImapSession.of(server, silence, trust);
        IMAPStore store = signIn.token()
                ? new BearerStore(session, ImapSession.protocol(server))
                : (IMAPStore) session.getStore();
        try {
            store.connect(signIn.user(), signIn.secret());
            return new ImapInbox(store);
        } catch (MessagingException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    long uidValidity() throws MessagingException {
        return folder.getUIDValidity();
    }

    /** The highest UID that was given away when the folder was opened. @param present UIDs that are there, for servers that do not say */
    long highestUid(Set<Long> present) throws MessagingException {
        long next = folder.getUIDNext();
        return next > 0
                ? next - 1
                : present.stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** UIDs of the mails that nobody has marked as deleted. @param since only those that came on that day or later, null for all */
    Set<Long> uids(@Nullable LocalDate since) throws MessagingException {
        idle.looked();
        return search("UNDELETED" + (since == null ? "" : " SINCE " + IMAP_DATE.format(since)));
    }

    /** Which of these UIDs are still there. */
    Set<Long> present(Collection<Long> uids) throws MessagingException {
        Set<Long> present = new TreeSet<>();
        for (String set : UidSet.of(uids)) {
            present.addAll(search("UID " + set));
        }
        return present;
    }

    private Set<Long> search(String criteria) throws MessagingException {
        return command(protocol -> {
            Set<Long> found = new TreeSet<>();
            for (Response response : ImapTalk.run(protocol, "UID SEARCH " + criteria, null)) {
                if (response instanceof IMAPResponse answer && answer.keyEquals("SEARCH")) {
                    for (long uid = answer.readLong(); uid != -1; uid = answer.readLong()) {
                        found.add(uid);
                    }
                }
            }
            return found;
        });
    }

    /**
     * The first piece of each of these mails, with one command for all: over a network a command each would cost more than the
     * mails. A mail is left out that somebody has removed meanwhile, or that the server does not hand out.
     */
    Map<Long, byte[]> begin(Collection<Long> uids) throws MessagingException {
        Map<Long, byte[]> pieces = new TreeMap<>();
        for (String set : UidSet.of(uids)) {
            try {
                pieces.putAll(fetch(set, 0));
            } catch (ImapTalk.Refused e) {
                // For one bad mail some servers refuse the others along with it.
                pieces.putAll(eachAlone(uids));
                break;
            }
        }
        // What nobody has asked for is no mail of ours to remove.
        pieces.keySet().retainAll(uids);
        return pieces;
    }

    private Map<Long, byte[]> eachAlone(Collection<Long> uids) throws MessagingException {
        Map<Long, byte[]> pieces = new TreeMap<>();
        for (long uid : uids) {
            try {
                pieces.putAll(fetch(Long.toString(uid), 0));
            } catch (ImapTalk.Refused e) {
                // left out
            }
        }
        return pieces;
    }

    /** The raw bytes of a mail that {@link #begin} has begun, fetched piece by piece while they are read. */
    InputStream read(long uid, byte[] first) {
        return new PieceStream(PIECE, from -> from == 0 ? first : piece(uid, from));
    }

    /** What is missing of a mail must never look like its end. */
    private byte[] piece(long uid, long from) throws IOException {
        try {
            byte[] piece = fetch(Long.toString(uid), from).get(uid);
            if (piece == null) {
                throw new MailRefused();
            }
            return piece;
        } catch (ImapTalk.Refused e) {
            throw new MailRefused();
        } catch (MessagingException e) {
            throw new IOException("IMAP fetch failed", e);
        }
    }

    private Map<Long, byte[]> fetch(String set, long from) throws MessagingException {
        String command = "UID FETCH " + set + " (RFC822.SIZE BODY.PEEK[]<" + from + '.' + PIECE + ">)";
        return command(protocol -> {
            Map<Long, byte[]> pieces = new TreeMap<>();
            for (Response response : ImapTalk.run(protocol, command, null)) {
                if (response instanceof FetchResponse fetched) {
                    UID uid = fetched.getItem(UID.class);
                    BODY body = fetched.getItem(BODY.class);
                    if (uid != null && body != null && complete(fetched, body, from)) {
                        pieces.put(uid.uid, bytes(body));
                    }
                }
            }
            return pieces;
        });
    }

    /** A mail of which nothing is handed out must not be taken for an empty one. */
    private static boolean complete(FetchResponse fetched, BODY body, long from) {
        RFC822SIZE size = fetched.getItem(RFC822SIZE.class);
        return from > 0 || bytes(body).length > 0 || size != null && size.size == 0;
    }

    /** Past the end some servers say NIL in place of an empty string. */
    private static byte[] bytes(BODY body) {
        return body.getByteArray() == null ? new byte[0] : body.getByteArray().getNewBytes();
    }

    /** Removes exactly these mails: by UID EXPUNGE (RFC 4315), else by MOVE (RFC 6851) to the set folder. */
    Removal remove(Collection<Long> uids, @Nullable String moveTo) throws MessagingException {
        boolean uidPlus = capable("UIDPLUS");
        boolean move = moveTo != null && capable("MOVE");
        if (!uidPlus && !move) {
            return Removal.IMPOSSIBLE;
        }
        try {
            for (String set : UidSet.of(uids)) {
                if (uidPlus) {
                    expunge(set);
                } else {
                    move(set, moveTo);
                }
            }
        } catch (ImapTalk.Refused e) {
            return Removal.REFUSED;
        }
        if (!uidPlus) {
            // Angus does not follow the sequence numbers after a MOVE.
            folder.close(false);
            folder = openFolder();
        }
        return Removal.TOLD;
    }

    private void expunge(String set) throws MessagingException {
        command(protocol -> {
            ImapTalk.run(protocol, "UID STORE " + set + " +FLAGS.SILENT (\\Deleted)", null);
            return ImapTalk.run(protocol, "UID EXPUNGE " + set, null);
        });
    }

    private void move(String set, String moveTo) throws MessagingException {
        Argument target = new Argument();
        target.writeString(BASE64MailboxEncoder.encode(moveTo));
        command(protocol -> ImapTalk.run(protocol, "UID MOVE " + set, target));
    }

    /** Whether there is a folder of this name. */
    boolean hasFolder(String name) throws MessagingException {
        return store.getFolder(name).exists();
    }

    boolean capable(String capability) throws MessagingException {
        return command(protocol -> protocol.hasCapability(capability));
    }

    /** Whether the server has reported mail since {@link #uids}. */
    boolean news() {
        return idle.news();
    }

    /** Waits until the server reports mail, {@link #wake} is called, or the connection is lost. */
    void idle() throws MessagingException {
        command(idle::await);
    }

    /** Ends {@link #idle} from another thread. */
    void wake() {
        idle.wake();
    }

    private <T> T command(ImapTalk.Talk<T> talk) throws MessagingException {
        return ImapTalk.over(folder, talk);
    }

    /** Leaves without expunging: what others have marked stays. */
    @Override
    public void close() throws MessagingException {
        try {
            if (folder.isOpen()) {
                folder.close(false);
            }
        } finally {
            store.close();
        }
    }
}
