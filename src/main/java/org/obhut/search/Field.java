package org.obhut.search;

/** The fields of a ticket's document. */
final class Field {

    /** Subjects and titles; names and addresses; names of files; what was written. Each is searched. */
    static final String TITLE = "title";

    static final String WHO = "who";
    static final String FILE = "file";
    static final String TEXT = "text";

    /** Exactly: ids and the short number of the ticket, the reply token, whole words with signs in them. */
    static final String CODE = "code";

    /** For each text where it stands, stored. */
    static final String SOURCE = "source";

    static final String PHONE = "phone";

    /** The document's number, by which it is replaced and by which rights are asked. */
    static final String KEY = "key";

    static final String NUMBER = "number";

    /** The ticket, stored. */
    static final String ID = "id";

    /** Of the ticket itself, stored. */
    static final String SUBJECT = "subject";

    static final String SPAM = "spam";
    static final String TEAM = "team";
    static final String ASSIGNEE = "assignee";
    static final String LANGUAGE = "language";
    static final String CHANNEL = "channel";
    static final String HAS_FILES = "files";
    static final String DAY = "day";
    static final String AT = "at";

    private Field() {}
}
