package org.obhut.console;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.Consent;
import org.obhut.ticket.NewForward;
import org.obhut.ticket.Withdrawn;
import org.obhut.ticket.Writing;

/** A forward as it was typed, whether it can be sent or not: a refused form gives back every answer. */
public record ForwardForm(MultivaluedMap<String, String> fields) {

    /** The words as they would go out, for nobody yet. */
    static ForwardForm begun(List<UUID> messages, String subject, String text) {
        MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
        messages.forEach(message -> fields.add("m", message.toString()));
        fields.putSingle("subject", subject);
        fields.putSingle("text", text);
        return new ForwardForm(fields);
    }

    /** A forward that was taken back. Its consent is not carried over: it was for what went out then. */
    static ForwardForm of(Withdrawn withdrawn) {
        ForwardForm form =
                begun(List.of(), withdrawn.draft().subject(), withdrawn.draft().text());
        form.fields.putSingle("to", withdrawn.forwardedTo());
        return form;
    }

    public String value(String field) {
        String value = fields.getFirst(field);
        return value == null ? "" : value;
    }

    public boolean has(String field, Object value) {
        return fields.getOrDefault(field, List.of()).contains(value.toString());
    }

    /** Ids of the messages that go along. @throws InvalidInput where one is no id */
    List<UUID> messages() {
        return ids("m");
    }

    /** @param language of the neutral subject @throws InvalidInput naming the field that breaks a rule */
    NewForward forward(String language) {
        Consent consent = consent();
        var words = new Writing(value("subject"), value("text"), false, false, List.of());
        return new NewForward(
                value("to"), language, words, List.of(), ids("file"), false, consent, version(), value("key"));
    }

    private Consent consent() {
        if (value("agreed").isEmpty()) {
            throw new InvalidInput("agreed", "consent");
        }
        try {
            var how = Consent.How.valueOf(value("how").toUpperCase(Locale.ROOT).replace('-', '_'));
            return new Consent(how, LocalDate.parse(value("on")), value("note"));
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("how", "required");
        } catch (DateTimeException e) {
            throw new InvalidInput("consent.on", "no-day");
        }
    }

    private long version() {
        try {
            return Long.parseLong(value("version"));
        } catch (NumberFormatException e) {
            throw new InvalidInput("version", "malformed");
        }
    }

    private List<UUID> ids(String field) {
        try {
            return fields.getOrDefault(field, List.of()).stream()
                    .map(UUID::fromString)
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new InvalidInput(field, "malformed");
        }
    }
}
