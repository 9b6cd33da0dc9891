package org.obhut.ticket;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What of a folder is listed, by columns in clear. Null: all.
 *
 * @param assignee a sign-in name, or {@link #NOBODY}
 * @param language BCP 47 tag, {@code und} where it is unknown
 */
public record Filter(
        @Nullable UUID team,
        @Nullable String assignee,
        @Nullable String language,
        @Nullable Channel channel,
        @Nullable Status status) {

    /** Stands for nobody where a sign-in name may stand, which has two characters at least. */
    public static final String NOBODY = "-";

    public static final Filter NONE = new Filter(null, null, null, null, null);

    public boolean none() {
        return equals(NONE);
    }
}
