package org.obhut.api;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;
import org.obhut.ticket.Appointment;

/** An appointment that came with a mail. A time is given as its sender wrote it: a clock's time and the clock's zone. */
final class AppointmentJson {

    private AppointmentJson() {}

    static JsonObject of(Appointment appointment) {
        return Json.createObjectBuilder()
                .add("what", Names.of(appointment.what()))
                .add("title", appointment.title())
                .add("start", moment(appointment.start()))
                .add("end", moment(appointment.end()))
                .add("place", appointment.place())
                .add("organiser", TicketJson.address(appointment.organiser()))
                .build();
    }

    private static JsonValue moment(Appointment.@Nullable Moment moment) {
        if (moment == null) {
            return JsonValue.NULL;
        }
        String time = moment.wholeDay()
                ? moment.local().toLocalDate().toString()
                : moment.local().toString();
        return Json.createObjectBuilder()
                .add(moment.wholeDay() ? "day" : "time", time)
                .add("zone", TicketJson.text(moment.zone()))
                .build();
    }
}
