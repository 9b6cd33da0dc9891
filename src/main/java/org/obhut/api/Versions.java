package org.obhut.api;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/** The version that a change was decided on, and the one that it led to. */
final class Versions {

    private Versions() {}

    /** The last field of a change's body; nothing else may stand there. */
    static long seen(JsonFields body) {
        long version = body.number("version");
        body.end();
        return version;
    }

    static JsonObject now(long version) {
        return Json.createObjectBuilder().add("version", version).build();
    }
}
