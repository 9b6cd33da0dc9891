package org.obhut.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The words after {@code deploy/restore}.
 *
 * @param keys a copy of the key store, for a machine that has none
 * @param checkOnly says what would be lost and changes nothing
 * @param yes replaces what is there without asking
 * @param acceptLoss goes on without asking where tickets can't be opened any more
 */
record RestoreOptions(Path archive, Optional<Path> keys, boolean checkOnly, boolean yes, boolean acceptLoss) {

    static final String USAGE = "Usage: deploy/restore [--check] [--keys FOLDER] [--yes] [--accept-loss] ARCHIVE";

    static RestoreOptions of(List<String> words) throws StartFailure {
        @Nullable Path archive = null;
        @Nullable Path keys = null;
        boolean check = false;
        boolean yes = false;
        boolean loss = false;
        var rest = words.iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            switch (word) {
                case "--check" -> check = true;
                case "--yes" -> yes = true;
                case "--accept-loss" -> loss = true;
                case "--keys" -> keys = Commands.path(next(rest));
                default -> {
                    if (word.startsWith("-") || archive != null) {
                        throw new StartFailure(USAGE);
                    }
                    archive = Commands.path(word);
                }
            }
        }
        if (archive == null) {
            throw new StartFailure(USAGE);
        }
        return new RestoreOptions(archive, Optional.ofNullable(keys), check, yes, loss);
    }

    private static String next(java.util.Iterator<String> rest) throws StartFailure {
        if (!rest.hasNext()) {
            throw new StartFailure(USAGE);
        }
        return rest.next();
    }
}
