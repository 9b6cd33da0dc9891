package org.obhut.console;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.obhut.codelist.Code;
import org.obhut.codelist.CodeList;
import org.obhut.codelist.CodeLists;
import org.obhut.codelist.CodeLists.Name;

/**
 * The form for a call.
 *
 * @param teams names of the caller's teams; a new ticket goes to one of them
 * @param wrong the field that was refused, null where none was
 * @param reason why, as an ending of the texts' keys
 */
public record CallPage(
        CodeLists lists,
        CallForm form,
        List<String> teams,
        @Nullable String wrong,
        @Nullable String reason) {

    /** Calls that were none: one click saves them. */
    public static final List<String> NO_COUNSELLING = List.of("hang-up", "silent", "wrong-number", "prank", "abuse");

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    static boolean id(@Nullable String ticket) {
        return ticket != null && ID.matcher(ticket).matches();
    }

    /** The kinds of call in which somebody was counselled. */
    public List<Code> talks() {
        return list(Name.KIND).codes().stream()
                .filter(code -> !NO_COUNSELLING.contains(code.key()))
                .toList();
    }

    public CodeList list(Name name) {
        return lists.list(name);
    }

    /** The icon of a call that was none. */
    public static String icon(String kind) {
        return switch (kind) {
            case "hang-up" -> "phone-off";
            case "silent" -> "volume-x";
            case "wrong-number" -> "shuffle";
            case "prank" -> "drama";
            default -> "ban";
        };
    }

    public boolean isWrong(String field) {
        return field.equals(wrong);
    }
}
