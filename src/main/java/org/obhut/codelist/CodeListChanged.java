package org.obhut.codelist;

/** Somebody else has saved a list in the meantime. Nothing was stored. */
public class CodeListChanged extends RuntimeException {

    CodeListChanged() {
        super("code list has changed");
    }
}
