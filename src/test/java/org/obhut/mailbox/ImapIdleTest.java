package org.obhut.mailbox;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.junit.jupiter.api.Test;

/** Which of a server's numbers mean a new mail. */
class ImapIdleTest {

    private final ImapIdle idle = new ImapIdle();

    private ImapIdleTest() {
        idle.begin(2);
        idle.looked();
    }

    private void hears(String... lines) throws Exception {
        for (String line : lines) {
            idle.handleResponse(new IMAPResponse(line));
        }
    }

    @Test
    void aHigherNumberIsNews() throws Exception {
        hears("* 3 EXISTS");
        assertTrue(idle.news());
    }

    @Test
    void aRepeatedNumberIsNone() throws Exception {
        hears("* 2 EXISTS");
        assertFalse(idle.news());
    }

    @Test
    void whatOthersRemoveIsNone() throws Exception {
        hears("* 1 EXPUNGE", "* 1 EXISTS");
        assertFalse(idle.news());
    }

    @Test
    void aMailInPlaceOfARemovedOneIsNews() throws Exception {
        hears("* 1 EXPUNGE", "* 2 EXISTS");
        assertTrue(idle.news());
    }

    @Test
    void aMailThatIsCountedBeforeTheRemovalIsReportedIsNews() throws Exception {
        hears("* 2 EXISTS", "* 1 EXPUNGE");
        assertTrue(idle.news());
    }
}
