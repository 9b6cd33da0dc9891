package org.obhut.mailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.obhut.mime.UnparsableMail;

@Timeout(30)
class MailReadingTest {

    private static final byte[] MAIL = "Subject: Frage\r\n\r\nGuten Tag".getBytes(StandardCharsets.UTF_8);

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);

    /** A parser that never comes to an end by itself. */
    private final MailParser endless = new MailParser(1000) {
        @Override
        public ParsedMail parse(byte[] mail) throws UnparsableMail {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            throw new UnparsableMail("too-slow");
        }
    };

    private static String reason(MailReading reading, byte[] mail) {
        return assertThrows(UnparsableMail.class, () -> reading.read(mail)).reason();
    }

    @Test
    void readsWhatIsWithinItsBounds() throws Exception {
        MailReading reading = new MailReading(new MailParser(1000), 1000, Duration.ofSeconds(20));
        assertEquals("Frage", reading.read(MAIL).subject());
        assertEquals("too-large", reason(reading, new byte[1001]));
        assertEquals("empty", reason(reading, new byte[0]));
    }

    @Test
    void givesUpWhatTakesTooLong() throws Exception {
        MailReading reading = new MailReading(endless, 1000, Duration.ofMillis(50));
        assertEquals("too-slow", reason(reading, MAIL));
        assertTrue(interrupted.await(20, TimeUnit.SECONDS));
    }

    @Test
    void breaksOffWhereTheProgramEnds() throws Exception {
        MailReading reading = new MailReading(endless, 1000, Duration.ofMinutes(1));
        Thread here = Thread.currentThread();
        Thread end = new Thread(() -> {
            try {
                begun.await();
                here.interrupt();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        end.start();
        assertThrows(InterruptedIOException.class, () -> reading.read(MAIL));
        assertTrue(Thread.interrupted());
        assertTrue(interrupted.await(20, TimeUnit.SECONDS));
        assertFalse(here.isInterrupted());
    }

    @Test
    void anErrorIsTheMailsOwn() {
        MailParser broken = new MailParser(1000) {
            @Override
            public ParsedMail parse(byte[] mail) {
                throw new OutOfMemoryError();
            }
        };
        assertEquals("unparsable", reason(new MailReading(broken, 1000, Duration.ofSeconds(20)), MAIL));
    }
}
