package org.obhut.ticket;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The people whom a ticket names, in the words by which somebody would look for them. */
final class Named {

    private Named() {}

    static List<String> in(Correspondence mail) {
        WebForm form = mail.form();
        return words(Stream.of(
                Stream.of(mail.from(), mail.replyTo()).flatMap(Named::words),
                Stream.of(mail.to(), form == null ? null : form.callback())));
    }

    static List<String> in(Summary summary) {
        return words(Stream.of(
                Stream.of(summary.client(), summary.replyTo()).flatMap(Named::words),
                summary.contact().replaced().stream(),
                Stream.of(summary.callback())));
    }

    private static List<String> words(Stream<Stream<@Nullable String>> words) {
        return words.flatMap(each -> each)
                .filter(Objects::nonNull)
                .filter(word -> !word.isBlank())
                .distinct()
                .toList();
    }

    private static Stream<@Nullable String> words(@Nullable Address address) {
        return address == null ? Stream.of() : Stream.of(address.name(), address.address());
    }
}
