package org.obhut.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.obhut.platform.InvalidInput;

/** Where a ticket stands in a list at the time it was read: a page goes on from here, whatever has come in before or after it. */
record ListPlace(boolean urgent, @Nullable OffsetDateTime due, long rank) {

    private static final Pattern CURSOR = Pattern.compile("([adw])(u?)([0-9a-z]{0,9})\\.([0-9a-z]{1,12})");
    private static final int RADIX = 36;

    /** A ticket and its place. */
    record Placed(UUID ticket, ListPlace place) {

        static Placed of(ResultSet row) throws SQLException {
            return new Placed(
                    row.getObject(1, UUID.class),
                    new ListPlace(row.getBoolean(2), row.getObject(3, OffsetDateTime.class), row.getLong(4)));
        }
    }

    /** A short word for an address. It holds nothing but what stands in clear: whether it is urgent, an hour, a number. */
    String cursor(Sort sort) {
        String hour = sort != Sort.DUE || due == null ? "" : Long.toString(due.toEpochSecond(), RADIX);
        return letter(sort) + (urgent ? "u" : "") + hour + '.' + Long.toString(rank, RADIX);
    }

    /** @throws InvalidInput of the field where it is none of this order's */
    static ListPlace of(String cursor, Sort sort, String field) {
        Matcher parts = CURSOR.matcher(cursor);
        if (!parts.matches() || !parts.group(1).equals(letter(sort))) {
            throw new InvalidInput(field, "unknown-value");
        }
        String hour = parts.group(3);
        return new ListPlace(
                !parts.group(2).isEmpty(),
                hour.isEmpty()
                        ? null
                        : Instant.ofEpochSecond(Long.parseLong(hour, RADIX)).atOffset(ZoneOffset.UTC),
                Long.parseLong(parts.group(4), RADIX));
    }

    private static String letter(Sort sort) {
        return switch (sort) {
            case ACTIVITY -> "a";
            case DUE -> "d";
            case WAITING -> "w";
        };
    }

    /** The values that stand for the order's terms. */
    List<Object> values(Sort sort) {
        return switch (sort) {
            case ACTIVITY -> List.of(urgent, rank);
            case WAITING -> List.of(!urgent, rank);
            // The driver writes this as PostgreSQL's infinity.
            case DUE -> List.of(!urgent, due == null ? OffsetDateTime.MAX : due, rank);
        };
    }
}
