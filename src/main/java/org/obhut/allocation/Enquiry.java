package org.obhut.allocation;

import java.time.LocalDate;
import java.util.Set;

/**
 * What is known of a new ticket.
 *
 * @param language BCP 47, {@code und} where unknown
 * @param topics keys of what its words are about
 * @param day the day on which work on it can begin
 */
public record Enquiry(String language, Set<String> topics, LocalDate day) {

    boolean knownLanguage() {
        return !language.equals("und");
    }
}
