package org.obhut.envelope;

/** An envelope that can't be opened: swapped, cut, altered, of an unknown version, or its key is gone. Names ids, never content. */
public class EnvelopeException extends RuntimeException {

    public EnvelopeException(String message) {
        super(message);
    }
}
