package org.obhut.launcher;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.imap.ImapHostManagerImpl;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.store.InMemoryStore;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/**
 * GreenMail that lets a client sign in before its first mail. GreenMail alone makes an account (address, password equal
 * to the address) only when a mail arrives.
 */
final class OpenGreenMail extends GreenMail {

    private static final String CLIENTS = "@client.example";

    OpenGreenMail(ServerSetup[] setups) {
        super(setups);
        managers = new OpenManagers();
    }

    private static final class OpenManagers extends Managers {

        private final ImapHostManager folders = new ImapHostManagerImpl(new InMemoryStore());
        private final UserManager users = new OpenUsers(folders);
        private final SmtpManager smtp = new SmtpManager(folders, users);

        @Override
        public SmtpManager getSmtpManager() {
            return smtp;
        }

        @Override
        public UserManager getUserManager() {
            return users;
        }

        @Override
        public ImapHostManager getImapHostManager() {
            return folders;
        }
    }

    private static final class OpenUsers extends UserManager {

        OpenUsers(ImapHostManager folders) {
            super(folders);
        }

        @Override
        public synchronized boolean test(String user, String password) {
            if (user.endsWith(CLIENTS) && user.equals(password) && getUser(user) == null) {
                try {
                    createUser(user, user, password);
                } catch (UserException e) {
                    return false;
                }
            }
            return super.test(user, password);
        }
    }
}
