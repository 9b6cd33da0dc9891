package org.obhut.textblock;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Which of several languages serves a client: their own, else German, else English, else what there is. */
final class BestLanguage {

    private static final List<String> COMMON = List.of("de", "en");

    private BestLanguage() {}

    /** Each prefix once, in the order in which it comes first. */
    static List<TextBlock> of(String language, List<TextBlock> blocks) {
        Map<String, TextBlock> best = new LinkedHashMap<>();
        for (TextBlock block : blocks) {
            best.merge(
                    block.prefix(),
                    block,
                    (one, other) -> rank(language, other.language()) < rank(language, one.language()) ? other : one);
        }
        return List.copyOf(best.values());
    }

    static <T> Comparator<T> first(String language, Function<T, String> of) {
        return Comparator.comparingInt(each -> rank(language, of.apply(each)));
    }

    private static int rank(String wanted, String tag) {
        if (tag.equals(wanted)) {
            return 0;
        }
        if (primary(tag).equals(primary(wanted))) {
            return 1;
        }
        int common = COMMON.indexOf(primary(tag));
        return common < 0 ? 2 + COMMON.size() : 2 + common;
    }

    private static String primary(String tag) {
        int end = tag.indexOf('-');
        return end < 0 ? tag : tag.substring(0, end);
    }
}
