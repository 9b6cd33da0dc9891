package org.obhut.outbox;

import java.time.Duration;

/**
 * How long SMTP may take. An answer may take ten minutes, which RFC 5321 section 4.5.3.2.6 asks for after the final dot:
 * who hangs up earlier makes the server's mail a double.
 */
record SmtpPatience(Duration connect, Duration answer, Duration write) {

    static final SmtpPatience USUAL =
            new SmtpPatience(Duration.ofSeconds(30), Duration.ofMinutes(10), Duration.ofMinutes(3));

    /** The lease of a row whose final dot is about to be sent: nobody else may send it while an answer can still come. */
    Duration lease() {
        return answer.plus(write).plusMinutes(1);
    }
}
