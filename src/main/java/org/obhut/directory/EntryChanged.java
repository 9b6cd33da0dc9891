package org.obhut.directory;

/** Somebody else has changed or removed the entry since it was shown. */
public class EntryChanged extends RuntimeException {

    EntryChanged() {
        super("directory entry has changed");
    }
}
