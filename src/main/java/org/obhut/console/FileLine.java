package org.obhut.console;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obhut.attachment.FileName;
import org.obhut.attachment.FileName.Danger;
import org.obhut.attachment.Scan;
import org.obhut.ticket.TimelineEntry.Attachment;

/** A file in a message, as its line shows it: the name plain and whole, and what there is to know before it is opened. */
public record FileLine(Attachment file, FileName name) {

    /** Something to know about a file; {@code key} of a text, {@code warning} where it asks for care. */
    public record Note(String icon, String key, boolean warning) {}

    public static FileLine of(Attachment file) {
        return new FileLine(file, FileName.of(file.name()));
    }

    /** Whether a scanner found something. */
    public boolean found() {
        return file.findings().scan().found();
    }

    public String signature() {
        return file.findings().scan().signature();
    }

    /** Key of the sentence that stands before the download, null where none has to. */
    public @Nullable String warning() {
        if (found()) {
            return "file.found";
        }
        Danger danger = name.danger();
        if (danger == Danger.NONE && file.findings().macros()) {
            danger = Danger.MACROS;
        }
        return danger == Danger.NONE ? null : "file.danger." + danger;
    }

    public List<Note> notes() {
        List<Note> notes = new ArrayList<>();
        String warning = warning();
        if (warning != null) {
            notes.add(new Note("circle-alert", "file.mark." + warning.substring("file.".length()), true));
        }
        switch (file.findings().metadata()) {
            case REMOVED -> notes.add(new Note("check", "file.metadata.REMOVED", false));
            case KEPT -> notes.add(new Note("circle-alert", "file.metadata.KEPT", true));
            case DAMAGED -> notes.add(new Note("circle-alert", "file.metadata.DAMAGED", true));
            case UNTOUCHED, ABSENT -> {}
        }
        Scan.Result scan = file.findings().scan().result();
        switch (scan) {
            case CLEAN -> notes.add(new Note("shield-check", "file.scan.CLEAN", false));
            case TOO_LARGE, FAILED -> notes.add(new Note("shield-alert", "file.scan." + scan, true));
            case NONE, FOUND -> {}
        }
        return notes;
    }
}
