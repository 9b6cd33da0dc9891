package org.obhut.attachment;

/** What became of the metadata of a file: place, time and device of a picture, its author, an older thumbnail. */
public enum Metadata {
    /** Not a picture, sound or film: nothing was looked at. */
    UNTOUCHED,
    /** A picture that has none. */
    ABSENT,
    REMOVED,
    /** A kind of picture, or a film or sound, whose metadata can't be taken out without harm. */
    KEPT,
    /** A picture that is cut off or broken: left as it came. */
    DAMAGED
}
