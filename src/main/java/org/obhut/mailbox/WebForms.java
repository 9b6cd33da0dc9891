package org.obhut.mailbox;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.obhut.form.FormField;
import org.obhut.form.FormLabels;
import org.obhut.mime.AuthenticationResults.Result;

/**
 * Forms on web sites that write for clients. Whoever knows a form's address can write in its name, so a server can be named that
 * has to vouch for it: by DMARC, DKIM or SPF, for the domain of the form's address.
 *
 * @param senders addresses in lower case; they never take part in a ticket
 * @param labels how the forms call their fields
 * @param vouching the server's name in Authentication-Results (RFC 8601 section 2.5), null where nobody has to vouch
 * @param methods the methods of which one has to pass
 */
record WebForms(
        Set<String> senders, FormLabels labels, @Nullable String vouching, Set<String> methods) {

    private static final List<String> METHODS = List.of("dmarc", "dkim", "spf");

    /** In which property a method names the domain that it vouches for. */
    private static final Map<String, String> DOMAIN =
            Map.of("dmarc", "header.from", "dkim", "header.d", "spf", "smtp.mailfrom");

    static WebForms of(MailboxSettings settings) {
        Set<String> methods = settings.words("web-form.methods");
        if (!METHODS.containsAll(methods)) {
            throw settings.invalid("web-form.methods", "may name dmarc, dkim and spf");
        }
        FormLabels labels = FormLabels.of(field -> settings.text(setting(field)));
        Arrays.stream(FormField.values())
                .filter(field -> settings.text(setting(field))
                        .filter(text -> text.replace(",", "").isBlank())
                        .isPresent())
                .findFirst()
                .ifPresent(field -> {
                    throw settings.invalid(setting(field), "must name labels, separated by commas");
                });
        return new WebForms(
                settings.words("web-forms"),
                labels,
                settings.text("web-form.authserv-id").orElse(null),
                methods.isEmpty() ? Set.copyOf(METHODS) : methods);
    }

    private static String setting(FormField field) {
        return "web-form." + field.setting();
    }

    /** Whether mails of this sender come from a form. */
    boolean has(String sender) {
        return senders.contains(sender.toLowerCase(Locale.ROOT));
    }

    /** Whether a mail names a form as its sender. */
    boolean wrote(ParsedMail mail) {
        return mail.from() != null && has(mail.from().address());
    }

    /** Whether a mail that names a form as its sender is really its. */
    boolean believes(ParsedMail mail) {
        if (vouching == null) {
            return true;
        }
        String address = mail.from() == null ? "" : mail.from().address();
        String domain = address.substring(address.lastIndexOf('@') + 1);
        return mail.authentication().by(vouching).stream().anyMatch(result -> vouches(result, domain));
    }

    private boolean vouches(Result result, String domain) {
        return methods.contains(result.method())
                && result.passed()
                && Optional.ofNullable(result.properties().get(DOMAIN.get(result.method())))
                        .filter(stated -> aligned(stated.substring(stated.lastIndexOf('@') + 1), domain))
                        .isPresent();
    }

    /** The same domain, or one within the other (the relaxed alignment of RFC 7489 section 3.1, without its list of suffixes). */
    private static boolean aligned(String stated, String domain) {
        String one = stated.toLowerCase(Locale.ROOT);
        String other = domain.toLowerCase(Locale.ROOT);
        return one.equals(other) || within(one, other) || within(other, one);
    }

    private static boolean within(String inner, String outer) {
        return outer.contains(".") && inner.endsWith('.' + outer);
    }
}
