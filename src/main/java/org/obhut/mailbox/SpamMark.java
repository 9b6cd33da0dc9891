package org.obhut.mailbox;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.obhut.mime.HeaderFields;

/**
 * The fields in which spam filters say that a mail is spam. Only that they say so is read: a sender who forges such a field can
 * bring nothing but its own mail among the spam, and no field takes a mail out of it.
 */
public enum SpamMark {
    /** SpamAssassin and many others: {@code YES}. */
    X_SPAM_FLAG,
    /** SpamAssassin: {@code Yes, score=…}. */
    X_SPAM_STATUS,
    /** {@code Yes}, {@code spam}. */
    X_SPAM,
    /** A confidence level of 5 or more in what Exchange writes for mail that comes in. */
    MICROSOFT,
    /** GMX and WEB.DE. */
    GMX,
    /** Rspamd: anything from a mark upwards. */
    RSPAMD;

    private static final Pattern LEVEL = Pattern.compile("(?i)(?:^|;)\\s*SCL:(\\d+)");
    private static final int SPAM_LEVEL = 5;

    /** The fields that speak of spam. */
    static Set<SpamMark> of(HeaderFields headers) {
        Set<SpamMark> marks = EnumSet.noneOf(SpamMark.class);
        for (HeaderFields.Field field : headers.all()) {
            String value = field.value().strip().toLowerCase(Locale.ROOT);
            switch (field.name()) {
                case "x-spam-flag" -> add(marks, X_SPAM_FLAG, value.startsWith("yes"));
                case "x-spam-status" -> add(marks, X_SPAM_STATUS, value.startsWith("yes"));
                case "x-spam" -> add(marks, X_SPAM, value.startsWith("yes") || value.startsWith("spam"));
                case "x-ms-exchange-organization-scl" ->
                    add(marks, MICROSOFT, value.matches("\\d") && value.charAt(0) - '0' >= SPAM_LEVEL);
                case "x-forefront-antispam-report" -> add(marks, MICROSOFT, forefront(value));
                case "x-gmx-antispam" ->
                    add(marks, GMX, value.matches("[1-9]\\d*\\b.*") && !value.contains("not recognized"));
                case "x-rspamd-action" ->
                    add(marks, RSPAMD, value.matches("(add.header|rewrite.subject|reject|quarantine).*"));
                default -> {}
            }
        }
        return marks;
    }

    /** What the sender's own organisation found when the mail left it ({@code DIR:OUT}) is no word of ours. */
    private static boolean forefront(String value) {
        Matcher level = LEVEL.matcher(value);
        return !value.contains("dir:out")
                && level.find()
                && level.group(1).length() == 1
                && level.group(1).charAt(0) - '0' >= SPAM_LEVEL;
    }

    private static void add(Set<SpamMark> marks, SpamMark mark, boolean spam) {
        if (spam) {
            marks.add(mark);
        }
    }

    /** How settings call it. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
