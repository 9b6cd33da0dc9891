package org.obhut.codelist;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.obhut.codelist.CodeLists.Name;
import org.obhut.platform.InvalidInput;

/**
 * What can be done to a list: each way gives the list's next version. Those that are offered stand before those that are not. No key ever
 * leaves a list, so that none is used again.
 */
final class CodeListEdit {

    /** How many values a list may ever have had; else many short-lived ones would each stand for one person. */
    static final int MOST_EVER = 120;

    /** The longest label, in characters. */
    static final int LONGEST = 80;

    /** Control characters, marks that turn a line around (UAX 9), and unassigned and private ones. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cn}\\p{Co}\\p{Cs}\\u2028\\u2029]");

    private static final Pattern NOT_IN_KEYS = Pattern.compile("[^a-z0-9]+");
    private static final int LONGEST_KEY = 40;

    private final Name name;
    private final CodeList list;

    CodeListEdit(Name name, CodeList list) {
        this.name = name;
        this.list = list;
    }

    /** @param tag of BCP 47, where it is a language; ignored otherwise, where the key comes of the English label */
    CodeList add(String german, String english, String tag) {
        Code labelled = labelled(new Code("", null, "", ""), german, english);
        if (list.codes().size() >= MOST_EVER) {
            throw new InvalidInput("german", "too-many-ever");
        }
        String key = name == Name.LANGUAGE ? language(tag.strip()) : free(slug(labelled.english()));
        List<Code> codes = new ArrayList<>(list.codes());
        codes.add(last(codes), new Code(key, null, labelled.german(), labelled.english()));
        return next(codes);
    }

    CodeList rename(String key, String german, String english) {
        return change(key, code -> labelled(code, german, english));
    }

    /** No longer to be chosen. */
    CodeList retire(String key) {
        if (name.needs(key)) {
            throw new InvalidInput("code", "needed");
        }
        return moved(key, code -> code.retired(true));
    }

    /** To be chosen again. */
    CodeList offer(String key) {
        return moved(key, code -> code.retired(false));
    }

    /** One place up or down among those that are offered; at the end nothing changes. */
    CodeList move(String key, boolean up) {
        List<Code> offered = new ArrayList<>(list.offered());
        int from = offered.indexOf(find(key));
        int to = up ? from - 1 : from + 1;
        if (from >= 0 && to >= 0 && to < offered.size()) {
            Collections.swap(offered, from, to);
        }
        list.codes().stream().filter(Code::retired).forEach(offered::add);
        return next(offered);
    }

    /** As it was; what has come since is retired. */
    CodeList back(CodeList then) {
        List<Code> codes = new ArrayList<>(then.codes());
        list.codes().stream()
                .filter(code -> then.find(code.key()).isEmpty())
                .map(code -> code.retired(true))
                .forEach(codes::add);
        return next(codes);
    }

    private Code find(String key) {
        return list.find(key).orElseThrow(() -> new InvalidInput("code", "unknown-value"));
    }

    private CodeList change(String key, UnaryOperator<Code> change) {
        Code code = find(key);
        List<Code> codes = new ArrayList<>(list.codes());
        codes.replaceAll(each -> each.equals(code) ? change.apply(each) : each);
        return next(codes);
    }

    private CodeList moved(String key, UnaryOperator<Code> change) {
        Code code = find(key);
        Code after = change.apply(code);
        if (after.equals(code)) {
            return list;
        }
        List<Code> codes = new ArrayList<>(list.codes());
        codes.remove(code);
        codes.add(after.retired() ? codes.size() : last(codes), after);
        return next(codes);
    }

    /** Behind the last that is offered; what says 'other' or 'not known' stays behind it. */
    private int last(List<Code> codes) {
        int place = codes.size();
        while (place > 0
                && (codes.get(place - 1).retired()
                        || name.needs(codes.get(place - 1).key()))) {
            place--;
        }
        return place;
    }

    /** The next version, or the same list where nothing changed. */
    private CodeList next(List<Code> codes) {
        if (codes.equals(list.codes())) {
            return list;
        }
        distinct(codes, Code::german, "german");
        distinct(codes, Code::english, "english");
        if (codes.stream().filter(code -> !code.retired()).count() > name.most()) {
            throw new InvalidInput("german", "too-many-entries");
        }
        return list.next(codes);
    }

    private static void distinct(List<Code> codes, Function<Code, String> label, String field) {
        Set<String> seen = new HashSet<>();
        for (Code code : codes) {
            if (!seen.add(plain(label.apply(code)))) {
                throw new InvalidInput(field, "doubled-label");
            }
        }
    }

    private static String plain(String label) {
        return Normalizer.normalize(label, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static Code labelled(Code code, String german, String english) {
        return code.named(label("german", german), label("english", english));
    }

    private static String label(String field, String typed) {
        if (UNSEEN.matcher(typed).find()) {
            throw new InvalidInput(field, "control-characters");
        }
        String label = typed.strip().replaceAll("\\s+", " ");
        if (label.isEmpty()) {
            throw new InvalidInput(field, "required");
        }
        if (label.length() > LONGEST) {
            throw new InvalidInput(field, "too-long");
        }
        return label;
    }

    /** A key that the list has never had. */
    private String free(String wanted) {
        String key = wanted;
        for (int number = 2; taken(key); number++) {
            key = wanted + '-' + number;
        }
        return key;
    }

    /** A key of facts that says that nothing was noted is no value's. */
    private boolean taken(String key) {
        return list.find(key).isPresent() || Set.of("unknown", "none", "failed").contains(key);
    }

    private static String slug(String english) {
        String plain = Normalizer.normalize(english, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
        String key = NOT_IN_KEYS.matcher(plain).replaceAll(" ").strip().replace(' ', '-');
        if (key.length() > LONGEST_KEY) {
            key = key.substring(0, LONGEST_KEY).replaceAll("-$", "");
        }
        return key.isEmpty() ? "code" : key;
    }

    private String language(String tag) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            Optional<String> known = Optional.of(locale.getDisplayLanguage(Locale.ENGLISH))
                    .filter(display -> !display.isEmpty() && !display.equals(locale.getLanguage()));
            if (known.isEmpty() || !locale.toLanguageTag().equals(tag)) {
                throw new InvalidInput("tag", "not-a-language");
            }
        } catch (IllformedLocaleException e) {
            throw new InvalidInput("tag", "not-a-language");
        }
        if (list.find(tag).isPresent()) {
            throw new InvalidInput("tag", "doubled-language");
        }
        return tag;
    }
}
