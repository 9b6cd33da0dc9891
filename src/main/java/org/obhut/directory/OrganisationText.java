package org.obhut.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.obhut.platform.WorkingHours;

/** An organisation in a client's words, to be put into a reply: a few short lines of plain text. */
public final class OrganisationText {

    /** The languages it can be said in; another gets English. */
    public static final List<String> LANGUAGES = List.of("de", "en", "ro", "bg", "es", "hu", "pl", "ru", "tr", "fr");

    private OrganisationText() {}

    /** @param tag BCP 47 */
    public static String in(String tag, Organisation organisation) {
        String primary = Locale.forLanguageTag(tag).getLanguage();
        Locale locale = Locale.forLanguageTag(LANGUAGES.contains(primary) ? primary : "en");
        var words = ResourceBundle.getBundle(
                "org.obhut.directory.text",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Organisation.Reach reach = organisation.reach();
        List<String> lines = new ArrayList<>();
        lines.add(joined(", ", organisation.name(), reach.street(), organisation.town()));
        labelled(lines, words.getString("hours"), hours(organisation.hours(), locale));
        labelled(lines, words.getString("phone"), reach.phone());
        labelled(lines, words.getString("mail"), reach.mail());
        labelled(lines, words.getString("web"), reach.web());
        labelled(lines, words.getString("languages"), languages(organisation, locale));
        Organisation.Terms terms = organisation.terms();
        String said = joined(
                ", ",
                terms.free() ? words.getString("free") : "",
                terms.anonymous() ? words.getString("anonymous") : "",
                terms.walkIn() ? words.getString("walk-in") : "");
        if (!said.isEmpty()) {
            lines.add(said.substring(0, 1).toUpperCase(locale) + said.substring(1));
        }
        return String.join("\n", lines);
    }

    private static void labelled(List<String> lines, String label, String value) {
        if (!value.isEmpty()) {
            lines.add(label + ": " + value);
        }
    }

    private static String joined(String between, String... parts) {
        return String.join(
                between, List.of(parts).stream().filter(part -> !part.isEmpty()).toList());
    }

    /** Opening hours with the days as a language calls them. */
    public static String hours(String hours, Locale locale) {
        return hours.isEmpty() ? "" : WorkingHours.parse(hours).text(locale).replace("-", "–");
    }

    private static String languages(Organisation organisation, Locale locale) {
        return organisation.offer().languages().stream()
                .filter(code -> code.matches("[a-z]{2,3}"))
                .map(code -> Locale.forLanguageTag(code).getDisplayLanguage(locale))
                .reduce((all, each) -> all + ", " + each)
                .orElse("");
    }
}
