package org.obhut.search;

/** What is odd about the words that were typed, to be said beside what was found. */
public enum Hint {
    /** A quotation mark has no second one: the phrase reaches to the end. */
    OPEN_QUOTE,
    /** Only words that are to be left out: there is nothing to look for. */
    ONLY_WITHOUT,
    /** No letter and no digit: there is nothing to look for. */
    NO_WORD,
    /** More than {@link Search#LONGEST} characters: the rest was not looked at. */
    TOO_LONG
}
