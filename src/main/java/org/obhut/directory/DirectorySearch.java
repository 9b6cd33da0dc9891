package org.obhut.directory;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is looked for; each may be empty.
 *
 * @param words all of them have to occur, whatever their case and accents
 * @param region a code of the list {@code region}
 * @param language a code of the list {@code language}
 * @param service a code of the list {@code service}
 */
public record DirectorySearch(String words, String region, String language, String service) {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    public static final DirectorySearch EVERYTHING = new DirectorySearch("", "", "", "");

    boolean finds(Organisation organisation) {
        return (region.isEmpty() || organisation.serves(region))
                && (language.isEmpty() || organisation.offer().languages().contains(language))
                && (service.isEmpty() || organisation.offer().services().contains(service))
                && occur(organisation);
    }

    private boolean occur(Organisation organisation) {
        String text = plain(Stream.of(
                        organisation.name(),
                        organisation.town(),
                        organisation.reach().street(),
                        organisation.offer().audience(),
                        organisation.reach().access(),
                        organisation.note())
                .reduce("", (all, each) -> all + ' ' + each));
        return Arrays.stream(plain(words).split("\\s+")).allMatch(text::contains);
    }

    private static String plain(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
