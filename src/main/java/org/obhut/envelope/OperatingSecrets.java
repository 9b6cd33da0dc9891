package org.obhut.envelope;

import jakarta.enterprise.context.ApplicationScoped;

/** Seals what the server must be able to read by itself: mailbox credentials and the like (settings key), and mails that wait for SMTP (dispatch key). */
@ApplicationScoped
public class OperatingSecrets {

    /** Seals under the settings key, bound to its context, e.g. {@code "mailbox/<id>/imap-password"}. */
    public byte[] sealSetting(String context, byte[] clear) {
        throw new UnsupportedOperationException();
    }

    public byte[] openSetting(String context, byte[] sealed) {
        throw new UnsupportedOperationException();
    }

    /** Seals an outgoing mail under today's dispatch key; the envelope names the key. */
    public byte[] sealDispatch(java.util.UUID row, byte[] clear) {
        throw new UnsupportedOperationException();
    }

    public byte[] openDispatch(java.util.UUID row, byte[] sealed) {
        throw new UnsupportedOperationException();
    }

    /** The number (days since 1970) of the dispatch key that an envelope is under. */
    public int dispatchKey(byte[] sealed) {
        throw new UnsupportedOperationException();
    }

    /** Seals a staged fact under the statistics key; the envelope carries no id and has one size. */
    public byte[] sealFact(byte[] clear) {
        throw new UnsupportedOperationException();
    }
}
