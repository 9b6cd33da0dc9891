package org.obhut.console;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.codelist.CodeList;
import org.obhut.codelist.CodeLists;
import org.obhut.directory.DirectoryEntry;
import org.obhut.directory.DirectorySearch;
import org.obhut.directory.Organisation;

/**
 * The directory: what is looked for, what is found, and the entry that is open.
 *
 * @param total how many entries there are at all
 * @param open null where none is
 * @param insertion where the open entry can be put; null outside a ticket
 * @param keeps whether the visitor may change entries
 */
public record DirectoryPage(
        CodeLists lists,
        DirectorySearch search,
        List<DirectoryEntry> found,
        int total,
        @Nullable DirectoryEntry open,
        @Nullable Insertion insertion,
        boolean keeps,
        LocalDate today) {

    /**
     * The reply that an entry is to be put into.
     *
     * @param subject of the ticket
     * @param language of the text, a BCP 47 tag
     * @param text exactly what is put in; empty where no entry is open
     */
    public record Insertion(UUID ticket, String subject, String language, String text) {}

    public CodeList list(String name) {
        return lists.list(CodeLists.Name.valueOf(name));
    }

    /** The labels of codes in their list's order. */
    public String labels(Frame frame, String list, List<String> keys) {
        return list(list).codes().stream()
                .filter(code -> keys.contains(code.key()))
                .map(code -> code.label(frame.language().tag()))
                .reduce((all, each) -> all + ", " + each)
                .orElse("");
    }

    public String label(Frame frame, String list, String key) {
        return list(list)
                .find(key)
                .map(code -> code.label(frame.language().tag()))
                .orElse(key);
    }

    /** Whether nobody has made sure of an entry for too long. */
    public boolean stale(Organisation organisation) {
        return organisation.stale(today);
    }

    /** This search with another entry open. */
    public String at(Frame frame, UUID entry) {
        return "/directory/" + entry + query(frame);
    }

    /** This search as the end of an address. */
    public String query(Frame frame) {
        StringBuilder query = new StringBuilder("?q=").append(frame.query(search.words()));
        Map.of("region", search.region(), "language", search.language(), "service", search.service())
                .forEach((name, value) -> {
                    if (!value.isEmpty()) {
                        query.append('&').append(name).append('=').append(frame.query(value));
                    }
                });
        if (insertion != null) {
            query.append("&ticket=").append(insertion.ticket());
        }
        return query.toString();
    }
}
