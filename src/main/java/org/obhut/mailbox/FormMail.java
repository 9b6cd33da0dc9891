package org.obhut.mailbox;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.obhut.form.FormField;
import org.obhut.form.FormText;
import org.obhut.form.LanguageNames;
import org.obhut.reading.TextLanguage;
import org.obhut.ticket.Address;

/**
 * What a mail by a web form says for its client.
 *
 * @param client name and address as the form gives them, the address empty where it gives none; null where it gives neither
 * @param text the whole form
 * @param newText the client's own words, the whole form where they can't be told
 * @param html null where something of it is not to be kept
 * @param language by the form, else by the client's words
 * @param callback null where no number is given
 */
record FormMail(
        @Nullable Address client,
        String subject,
        String text,
        String newText,
        @Nullable String html,
        String language,
        @Nullable String callback) {

    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}){0,10}"
                    + "@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,10}");

    private static final Pattern NUMBER = Pattern.compile("(?:\\D*\\d){5,20}\\D*");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NUMBER = 60;

    static FormMail of(ParsedMail mail, MailAccount account) {
        FormText form = FormText.of(mail.text(), mail.html(), account.webForms().labels());
        String whole = form.text();
        String words = form.first(FormField.TEXT).orElse(whole);
        return new FormMail(
                client(mail, form, account),
                form.first(FormField.SUBJECT).map(MailParser::oneLine).orElse(mail.subject()),
                whole,
                words,
                form.leftSomethingOut() ? null : mail.html(),
                form.first(FormField.LANGUAGE).flatMap(LanguageNames::tag).orElseGet(() -> TextLanguage.of(words)),
                form.all(FormField.PHONE)
                        .map(entry -> cut(entry.value(), LONGEST_NUMBER))
                        .filter(number -> NUMBER.matcher(number).matches())
                        .findFirst()
                        .orElse(null));
    }

    /** Reply-To is the form program's own word for the client, a field what the client typed. */
    private static @Nullable Address client(ParsedMail mail, FormText form, MailAccount account) {
        Optional<Address> replyTo = Optional.ofNullable(mail.replyTo())
                .filter(address ->
                        clients(address.address(), account) && AutomaticAnswerRule.permitsTo(address.address()));
        String address = replyTo.map(Address::address)
                .or(() -> form.all(FormField.ADDRESS)
                        .flatMap(entry -> addresses(entry.value()))
                        .filter(found -> clients(found, account))
                        .findFirst())
                .orElse("");
        String name = form
                .all(FormField.NAME)
                .collect(Collectors.toMap(
                        FormText.Entry::label,
                        FormText.Entry::value,
                        (first, second) -> first,
                        java.util.LinkedHashMap::new))
                .values()
                .stream()
                .collect(Collectors.joining(" "));
        String known = name.isEmpty() ? replyTo.map(Address::name).orElse("") : cut(name, LONGEST_NAME);
        return known.isEmpty() && address.isEmpty() ? null : new Address(known.isEmpty() ? null : known, address);
    }

    private static Stream<String> addresses(String value) {
        Matcher address = ADDRESS.matcher(value.replaceAll("(?<!\\s)\\s*@\\s*", "@"));
        return address.results().map(found -> found.group());
    }

    /** Not the form's own address, and not ours. */
    private static boolean clients(String address, MailAccount account) {
        return !account.webForms().has(address) && !address.equalsIgnoreCase(account.address());
    }

    private static String cut(String text, int longest) {
        String line = MailParser.oneLine(text);
        return line.substring(0, Math.min(line.length(), longest));
    }
}
