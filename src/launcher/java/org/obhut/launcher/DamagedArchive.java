package org.obhut.launcher;

/** An archive that is cut off, altered, or none. The message completes 'the archive is damaged: …'. */
final class DamagedArchive extends Exception {

    private static final long serialVersionUID = 1;

    DamagedArchive(String message) {
        super(message);
    }
}
