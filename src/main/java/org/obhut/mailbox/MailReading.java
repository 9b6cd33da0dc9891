package org.obhut.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.obhut.mime.UnparsableMail;
import org.obhut.platform.Settings;

/**
 * Reads mails within bounds of size and time. Each is read on a thread of its own, which is given up where it takes too long:
 * the parser is linear in what it reads, so that this is for what nobody has thought of, and the next mail need not wait for it.
 */
@ApplicationScoped
public class MailReading {

    /** The largest mail takes seconds. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final MailParser parser;
    private final int largest;
    private final Duration patience;

    @Inject
    public MailReading(Settings settings) {
        this(new MailParser(settings.largestMail()), settings.largestMail(), PATIENCE);
    }

    MailReading(MailParser parser, int largest, Duration patience) {
        this.parser = parser;
        this.largest = largest;
        this.patience = patience;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected MailReading() {
        this(null, 0, null);
    }

    /** Bytes of the largest mail that is read. */
    int largest() {
        return largest;
    }

    /**
     * @throws UnparsableMail where the mail is past a bound, {@code too-slow} among them, or can't be read
     * @throws InterruptedIOException where the program ends meanwhile
     */
    ParsedMail read(byte[] mail) throws UnparsableMail, InterruptedIOException {
        FutureTask<ParsedMail> reading = new FutureTask<>(() -> parser.parse(mail));
        Thread thread = new Thread(reading, "mail-reading");
        thread.setDaemon(true);
        thread.start();
        try {
            return reading.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            reading.cancel(true);
            throw new UnparsableMail("too-slow");
        } catch (InterruptedException e) {
            reading.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("reading a mail was broken off");
        } catch (ExecutionException e) {
            // Out of memory, at worst; the cause is left out, as its message may hold a piece of the mail.
            throw e.getCause() instanceof UnparsableMail known ? known : new UnparsableMail("unparsable");
        }
    }
}
