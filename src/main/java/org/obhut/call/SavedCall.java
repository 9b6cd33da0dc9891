package org.obhut.call;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.statistics.FactHandle;
import org.obhut.ticket.BeforeCall;

/**
 * A logged call for as long as it can be taken back.
 *
 * @param at when it was logged
 * @param form what was typed, which is given back; its id is also this call's
 * @param call the logged call's id
 * @param ticket where it stands, null for a bare count
 * @param version that the ticket had with the call, 0 for a bare count
 * @param before what the ticket was without the call, null where it began with it
 * @param facts by what it is found again what the call counts
 */
record SavedCall(
        Instant at,
        CallDraft form,
        UUID call,
        @Nullable UUID ticket,
        long version,
        @Nullable BeforeCall before,
        List<FactHandle> facts) {

    /** So long at least a call can be taken back. */
    static final Duration TIME = Duration.ofMinutes(5);

    private static final JsonProvider JSON = JsonProvider.provider();

    /** Whether the ticket was made for the call, and goes with it. */
    boolean began() {
        return ticket != null && before == null;
    }

    /** Until when it can be taken back: a full minute, so that it does not tell the second of the call. */
    Instant until() {
        return at.plus(TIME).plusSeconds(59).truncatedTo(ChronoUnit.MINUTES);
    }

    JsonObject json() {
        JsonArrayBuilder handles = JSON.createArrayBuilder();
        facts.forEach(fact -> handles.add(fact.value()));
        JsonObjectBuilder all = JSON.createObjectBuilder()
                .add("at", at.toString())
                .add("form", form.json())
                .add("call", call.toString())
                .add("version", version)
                .add("facts", handles);
        if (ticket != null) {
            all.add("ticket", ticket.toString());
        }
        if (before != null) {
            all.add("before", before.text());
        }
        return all.build();
    }

    static SavedCall of(UUID id, JsonObject json) {
        return new SavedCall(
                Instant.parse(json.getString("at")),
                CallDraft.of(id, json.getJsonObject("form")),
                UUID.fromString(json.getString("call")),
                json.containsKey("ticket") ? UUID.fromString(json.getString("ticket")) : null,
                json.getJsonNumber("version").longValue(),
                json.containsKey("before") ? BeforeCall.of(json.getString("before")) : null,
                json.getJsonArray("facts").getValuesAs(JsonString::getString).stream()
                        .map(FactHandle::new)
                        .toList());
    }
}
