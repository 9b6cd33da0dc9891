package org.obhut.account;

import jakarta.enterprise.context.ApplicationScoped;

/** Signs people in by name and passphrase (Argon2id, RFC 9106). */
@ApplicationScoped
public class SignIn {

    /**
     * Opens a session.
     *
     * @param passphrase wiped before return
     * @throws SignInRefused where name or passphrase is wrong (the same time and words for both), or attempts come too fast
     */
    public Session signIn(String name, char[] passphrase) {
        throw new UnsupportedOperationException();
    }
}
