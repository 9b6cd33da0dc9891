package org.obhut.mailbox;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.obhut.mime.UnparsableMail;
import org.obhut.platform.StartupOrder;

/**
 * Reads a small mail of its own beside the first steps of the start, so that phrases, words and the language model (37 MB) are
 * loaded before the first client's mail comes and nobody waits for it.
 */
@ApplicationScoped
public class FirstReading {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private static final String MAIL = String.join(
            "\r\n",
            "From: Obhut <start@obhut.example>",
            "Subject: Start",
            "Content-Type: text/html; charset=utf-8",
            "",
            "<p>Guten Tag,</p><p>das ist die erste Nachricht.</p>",
            "<div>Am 12.01.2027 um 10:00 schrieb Obhut &lt;start@obhut.example&gt;:</div><blockquote>Hallo</blockquote>");

    @Resource
    private ManagedThreadFactory threads;

    private volatile @Nullable Thread reading;

    void begin(@Observes @Priority(StartupOrder.DATABASE) @Initialized(ApplicationScoped.class) Object start) {
        Thread thread = threads.newThread(FirstReading::read);
        thread.setName("first-reading");
        reading = thread;
        thread.start();
    }

    /** Mail is fetched only when it can be read at once. */
    void end(@Observes @Priority(StartupOrder.MAIL - 1) @Initialized(ApplicationScoped.class) Object start)
            throws InterruptedException {
        Thread thread = reading;
        if (thread != null) {
            thread.join(LONGEST.toMillis());
        }
    }

    /** Returns the language of the mail's new text. */
    static String read() {
        try {
            byte[] mail = MAIL.getBytes(StandardCharsets.UTF_8);
            return new MailParser(mail.length).parse(mail).language();
        } catch (UnparsableMail e) {
            throw new IllegalStateException("The first reading failed: " + e.reason());
        }
    }
}
