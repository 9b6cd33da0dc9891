package org.obhut.mailbox;

import static org.obhut.fuzz.Bounds.expect;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.obhut.fuzz.Bounds;
import org.obhut.mime.AuthenticationResults;
import org.obhut.mime.EncodedWords;
import org.obhut.mime.HeaderFields;
import org.obhut.threading.Arrival;
import org.obhut.threading.Decision;
import org.obhut.threading.KnownTickets;
import org.obhut.threading.MessageIds;
import org.obhut.threading.Sender;
import org.obhut.threading.Threading;
import org.obhut.ticket.Address;

/** Any bytes as the header of a mail: addresses, references, marks, and where it belongs. */
public final class EnvelopeOfMailFuzz {

    private static final UUID TICKET = new UUID(4, 2);
    private static final String MAILBOX = "beratung@obhut.example";

    /** Every Message-ID and every reply token is known, and whoever writes is unknown. */
    private static final KnownTickets STRANGER = new Known(Sender.UNKNOWN);

    private static final KnownTickets REPLACED = new Known(Sender.REPLACED);

    private record Known(Sender sender) implements KnownTickets {

        @Override
        public Optional<Sent> byToken(String token) {
            return Optional.empty();
        }

        @Override
        public Optional<Sent> sent(String messageId) {
            return Optional.of(new Sent(TICKET, TICKET));
        }

        @Override
        public Set<UUID> knowing(List<String> messageIds) {
            return Set.of(TICKET);
        }

        @Override
        public Sender sender(UUID ticket, String address) {
            return sender;
        }
    }

    private EnvelopeOfMailFuzz() {}

    public static List<byte[]> seeds() {
        return MailFuzz.seeds();
    }

    public static void fuzzerInitialize() {
        FirstReading.read();
    }

    public static void fuzzerTestOneInput(byte[] mail) {
        Bounds.hold(mail.length, () -> read(mail));
    }

    private static void read(byte[] mail) {
        HeaderFields headers = HeaderFields.read(mail, 0, mail.length);
        expect(headers.end() >= 0 && headers.end() <= mail.length, "a header that ends elsewhere");
        for (HeaderFields.Field field : headers.all()) {
            expect(field.value().length() <= HeaderFields.LONGEST_FIELD, "a long field");
            expect(field.value().indexOf('\n') < 0, "a field of two lines");
            EncodedWords.decode(field.value());
            AddressList.read(field.value()).forEach(EnvelopeOfMailFuzz::check);
        }
        AuthenticationResults.of(headers).by("mx.obhut.example");
        SpamMark.of(headers);
        AutomaticAnswerRule.permits(headers);
        AutoReplyDetector.automatic(headers, "Guten Tag");
        List<String> references = MessageIds.nearestFirst(
                headers.first("in-reply-to").orElse(""),
                headers.first("references").orElse(""));
        expect(references.size() <= 200, "too many references");
        expect(references.stream().noneMatch(id -> id.matches(".*\\s.*")), "a blank in a reference");
        belongs(headers, references);
    }

    private static void check(Address address) {
        expect(address.address().indexOf('@') > 0, "no address");
        expect(address.address().chars().noneMatch(Character::isISOControl), "a control character in an address");
        expect(!address.address().contains(" ") && !address.address().contains("<"), "more than an address");
    }

    /** Without a token nobody joins who does not take part, whatever the header claims. */
    private static void belongs(HeaderFields headers, List<String> references) {
        Arrival arrival = new Arrival(
                MAILBOX,
                headers.every("to").stream()
                        .flatMap(to -> AddressList.read(to).stream())
                        .map(Address::address)
                        .toList(),
                headers.decoded("subject"),
                references,
                AddressList.read(headers.first("from").orElse("")).stream()
                        .map(Address::address)
                        .findFirst()
                        .orElse(null),
                null);
        Decision decision = new Threading(STRANGER).decide(arrival);
        expect(decision instanceof Decision.Open open && !open.replaced(), "a stranger joins");
        Decision left = new Threading(REPLACED).decide(arrival);
        expect(left instanceof Decision.Open, "a replaced address joins");
    }
}
