package org.obhut.retention;

/** A sealed file can't end now, because something of it is on its way out. */
public class FileHeld extends RuntimeException {

    public FileHeld() {
        super("something of the file is on its way", null, false, false);
    }
}
