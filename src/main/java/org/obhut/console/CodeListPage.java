package org.obhut.console;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obhut.codelist.Code;
import org.obhut.codelist.CodeList;
import org.obhut.codelist.CodeListChange;
import org.obhut.codelist.CodeListVersion;
import org.obhut.codelist.CodeLists.Name;
import org.obhut.platform.InvalidInput;

/**
 * A code list that can be changed.
 *
 * @param versions the one of today first
 * @param typed what stands in the form: a new code, one to be renamed, or what was refused
 * @param wrong why that was refused, null where it was not
 * @param missed versions that others saved since the visitor saw the list, the newest first; nothing was done then
 */
public record CodeListPage(
        Name name,
        List<CodeListVersion> versions,
        Typed typed,
        @Nullable InvalidInput wrong,
        List<CodeListVersion> missed) {

    /** What was typed. @param code key of the code, empty for a new one */
    public record Typed(String code, String german, String english, String tag) {

        static final Typed NEW = new Typed("", "", "", "");

        static Typed of(Code code) {
            return new Typed(code.key(), code.german(), code.english(), "");
        }
    }

    public CodeList list() {
        return versions.get(0).list();
    }

    public List<Code> offered() {
        return list().offered();
    }

    public List<Code> retired() {
        return list().codes().stream().filter(Code::retired).toList();
    }

    /** Whether the form is for a code that there is already. */
    public boolean renames() {
        return !typed.code().isEmpty();
    }

    /** Whether a code's key says what it is, as a language's tag does. */
    public boolean tagged() {
        return name == Name.LANGUAGE;
    }

    public String path() {
        return "/code-lists/" + name.key();
    }

    /** What is wrong with this field of the form. */
    public @Nullable String wrongAt(String field) {
        return wrong != null && wrong.field().equals(field) ? wrong.reason() : null;
    }

    /** What is wrong and with no field of the form. */
    public @Nullable String trouble() {
        return wrong == null || List.of("german", "english", "tag").contains(wrong.field()) ? null : wrong.reason();
    }

    /** A change in words, in both languages' labels where they are what changed. */
    public static String words(Frame frame, CodeListChange change) {
        Code before = change.before();
        Code after = change.after();
        String key = "coded.change." + change.kind();
        if (after == null) {
            return frame.t(key);
        }
        return before == null || change.kind() != CodeListChange.Kind.RENAMED
                ? frame.t(key, both(after))
                : frame.t(key, both(before), both(after));
    }

    private static String both(Code code) {
        return code.german().equals(code.english()) ? code.german() : code.german() + " / " + code.english();
    }
}
