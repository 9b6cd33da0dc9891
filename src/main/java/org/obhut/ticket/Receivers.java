package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.TimelineEntry.Direction;

/** Finds whom a mail goes to. An address that was given up for a safer one is never found. */
@Dependent
class Receivers {

    private final Items items;

    @Inject
    Receivers(Items items) {
        this.items = items;
    }

    /** The client, at the address that stands on the button. @throws NoAddress where none is known */
    Receiver client(OpenTicket open, Summary summary) {
        @Nullable Address address = summary.replyTo();
        if (address == null || address.address().isEmpty()) {
            throw new NoAddress();
        }
        refuseReplaced(summary, address, "to");
        String quotable = bodies(open).stream()
                .filter(body -> body.direction() == Direction.IN && quotable(body.mail()))
                .reduce((first, second) -> second)
                .map(Receivers::words)
                .orElse("");
        return new Receiver(address.address(), Party.CLIENT, summary.inReplyTo(), summary.references(), quotable);
    }

    private static boolean quotable(@Nullable Correspondence mail) {
        return mail != null && mail.party() == Party.CLIENT && mail.kind().contact();
    }

    /**
     * Who wrote a message. The client and others are kept apart: nobody gets a reference to a mail between us and someone else.
     *
     * @throws InvalidInput where the message can't be answered
     */
    Receiver author(OpenTicket open, Summary summary, UUID message) {
        ItemBody body = items.find(open.ticket(), message)
                .map(item -> items.body(open.file(), item))
                .orElseThrow(() -> new InvalidInput("answers", "unknown-value"));
        @Nullable Correspondence mail = body.mail();
        if (mail == null || body.direction() != Direction.IN || mail.kind().report()) {
            throw new InvalidInput("answers", "no-address");
        }
        @Nullable Address address = mail.answerTo();
        if (address == null || address.address().isEmpty()) {
            throw new InvalidInput("answers", "no-address");
        }
        refuseReplaced(summary, address, "answers");
        if (mail.party() == Party.CLIENT) {
            return new Receiver(address.address(), Party.CLIENT, mail.messageId(), summary.references(), words(body));
        }
        List<String> references = third(open, address.address()).references();
        return new Receiver(address.address(), Party.CENTRE, mail.messageId(), references, words(body));
    }

    /** Somebody other than the client, with the mails between them and us. */
    Receiver third(OpenTicket open, String address) {
        var references = new ArrayList<String>();
        @Nullable String last = null;
        for (ItemBody body : bodies(open)) {
            @Nullable Correspondence mail = body.mail();
            if (mail != null && mail.messageId() != null && mail.party() != Party.CLIENT && mail.isWith(address)) {
                references.add(mail.messageId());
                last = body.direction() == Direction.IN ? mail.messageId() : last;
            }
        }
        return new Receiver(address, Party.CENTRE, last, references, "");
    }

    private List<ItemBody> bodies(OpenTicket open) {
        return items.of(open.ticket()).stream()
                .map(item -> items.body(open.file(), item))
                .toList();
    }

    private static String words(ItemBody body) {
        @Nullable Correspondence mail = body.mail();
        return mail == null || mail.newText().isBlank() ? body.text() : mail.newText();
    }

    private static void refuseReplaced(Summary summary, Address address, String field) {
        if (summary.contact().gaveUp(address)) {
            throw new InvalidInput(field, "replaced");
        }
    }
}
