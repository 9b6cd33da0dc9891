package org.obhut.envelope;

/** The key store can't be used as it is; the message is a sentence for the person who runs the system. */
public class KeyStoreRefused extends RuntimeException {

    public KeyStoreRefused(String sentence) {
        super(sentence);
    }
}
