package org.obhut.directory;

import org.obhut.platform.InvalidInput;

/** A file is no table of organisations at all. */
public class UnreadableFile extends InvalidInput {

    private final long line;

    /** @param line where reading ended, from 1 */
    UnreadableFile(String reason, long line) {
        super("file", reason);
        this.line = line;
    }

    public long line() {
        return line;
    }
}
