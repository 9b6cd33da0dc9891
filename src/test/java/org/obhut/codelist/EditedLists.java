package org.obhut.codelist;

import java.time.Clock;
import org.obhut.audit.AuditTrail;
import org.obhut.platform.Statements;

/** Code lists that are read from a database, and their editing, without a container: each save is seen at once. */
public final class EditedLists {

    public final CodeLists lists;
    public final CodeListEditing editing;

    public EditedLists(Statements statements, AuditTrail audit, Clock clock) {
        CodeListRows rows = new CodeListRows(statements);
        lists = new CodeLists(rows);
        editing = new CodeListEditing(rows, audit, clock, lists::saved);
    }
}
