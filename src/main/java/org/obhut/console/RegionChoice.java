package org.obhut.console;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.obhut.codelist.Code;
import org.obhut.codelist.CodeList;

/** Which region somebody means who types its name or the beginning of it, whatever case and accents. */
final class RegionChoice {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private RegionChoice() {}

    /** Empty where it is none, or could be several: the whole name first, then a beginning, then anywhere. */
    static Optional<Code> of(String typed, CodeList regions) {
        String wanted = plain(typed);
        Optional<Code> whole = only(regions.codes().stream()
                .filter(code -> code.key().equals(typed)
                        || plain(code.german()).equals(wanted)
                        || plain(code.english()).equals(wanted))
                .toList());
        return whole.or(() -> only(regions.codes().stream()
                        .filter(code -> plain(code.german()).startsWith(wanted)
                                || plain(code.english()).startsWith(wanted))
                        .toList()))
                .or(() -> only(regions.codes().stream()
                        .filter(code -> plain(code.german()).contains(wanted)
                                || plain(code.english()).contains(wanted))
                        .toList()));
    }

    private static Optional<Code> only(List<Code> codes) {
        return codes.size() == 1 ? Optional.of(codes.get(0)) : Optional.empty();
    }

    private static String plain(String text) {
        return MARKS.matcher(Normalizer.normalize(text.strip(), Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
