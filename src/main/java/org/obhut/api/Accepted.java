package org.obhut.api;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Response;
import org.obhut.ticket.AcceptedReply;

/** A mail of ours that is committed and on its way: 202 with its id, its state and the ticket's new version. */
final class Accepted {

    private Accepted() {}

    static Response answer(AcceptedReply accepted) {
        return Response.status(Response.Status.ACCEPTED).entity(json(accepted)).build();
    }

    private static JsonObject json(AcceptedReply accepted) {
        return Json.createObjectBuilder()
                .add("messageId", accepted.message().toString())
                .add("delivery", TimelineJson.delivery(accepted.delivery()))
                .add("version", accepted.version())
                .build();
    }
}
