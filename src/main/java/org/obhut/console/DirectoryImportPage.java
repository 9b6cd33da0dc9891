package org.obhut.console;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obhut.directory.Fault;
import org.obhut.directory.Field;
import org.obhut.directory.ImportPlan;
import org.obhut.directory.UnreadableFile;

/**
 * What an import would do.
 *
 * @param plan null before a file was chosen, and where it can't be read
 * @param text the file, for the form that takes it
 */
public record DirectoryImportPage(
        @Nullable ImportPlan plan, String text, @Nullable UnreadableFile unreadable) {

    public static final DirectoryImportPage EMPTY = new DirectoryImportPage(null, "", null);

    static DirectoryImportPage unreadable(UnreadableFile why) {
        return new DirectoryImportPage(null, "", why);
    }

    /** The headings that are understood. */
    public List<String> headings() {
        return Arrays.stream(Field.values()).map(Field::key).toList();
    }

    public long count(String effect) {
        return plan == null ? 0 : plan.count(ImportPlan.Effect.valueOf(effect));
    }

    /** What is wrong with a field, in words. */
    public String words(Frame frame, Fault fault) {
        return frame.t("directory." + fault.field()) + ": " + frame.wrong(fault.reason());
    }
}
