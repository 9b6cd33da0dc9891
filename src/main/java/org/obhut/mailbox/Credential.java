package org.obhut.mailbox;

import java.nio.file.Path;
import java.util.List;
import org.obhut.oauth.OAuthClient;

/** By what a mailbox signs in at a server. */
sealed interface Credential {

    /** The first line of a file that only Obhut may read. */
    record Password(Path file) implements Credential {

        @Override
        public String kind() {
            return "password";
        }
    }

    /** One that lies sealed with the settings of a mailbox that was added in the console. */
    record Kept() implements Credential {

        @Override
        public String kind() {
            return "password";
        }
    }

    /** An access token. */
    record OAuth(OAuthClient client) implements Credential {

        @Override
        public String kind() {
            return "oauth2";
        }
    }

    /** What the setting {@code auth} calls it. */
    String kind();

    /** @param side {@code imap} or {@code smtp}: its own settings go before those for both */
    static Credential of(MailboxSettings settings, String side) {
        if (settings.added()) {
            return new Kept();
        }
        String auth = settings.nearest(side, "auth");
        boolean token =
                settings.choice(auth, List.of("password", "oauth2"), "password").equals("oauth2");
        return token
                ? new OAuth(OAuthSettings.client(settings))
                : new Password(settings.readable(settings.nearest(side, "password-file")));
    }
}
