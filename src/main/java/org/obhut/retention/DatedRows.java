package org.obhut.retention;

import java.time.LocalDate;

/** Rows of a feature that belong to no sealed file and end by their day, too. */
public interface DatedRows {

    /** Deletes what ended by this day; part of the caller's transaction. */
    void erase(LocalDate day);
}
