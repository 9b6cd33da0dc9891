package org.obhut.codelist;

import java.util.EnumMap;
import java.util.Map;
import org.obhut.codelist.CodeLists.Name;
import org.obhut.platform.Statements;

/** The lists as delivered and one code more. */
public final class GrownLists {

    private GrownLists() {}

    public static CodeLists with(Name name, String german, String english) {
        CodeList grown = new CodeListEdit(name, CodeLists.delivered(name)).add(german, english, "");
        return new CodeLists(new CodeListRows(new Statements(null)) {
            @Override
            Map<Name, CodeList> newest() {
                return new EnumMap<>(Map.of(name, grown));
            }
        });
    }
}
