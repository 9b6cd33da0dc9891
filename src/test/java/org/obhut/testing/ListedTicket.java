package org.obhut.testing;

import jakarta.json.JsonObject;

/** A line of a list of tickets as the interface tells it. It may be a call's, which has no address and perhaps nobody's name. */
public final class ListedTicket {

    private ListedTicket() {}

    /** Whether the ticket is of the client with this address. */
    public static boolean isFrom(JsonObject row, String address) {
        return row.get("from") instanceof JsonObject from && address.equals(from.getString("address", ""));
    }
}
