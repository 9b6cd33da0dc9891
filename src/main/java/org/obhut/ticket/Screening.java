package org.obhut.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.obhut.attachment.CleanedFile;
import org.obhut.attachment.Scan;
import org.obhut.attachment.Scanner;

/**
 * What files go through before they are sealed: pictures lose their metadata, and what is left is scanned. Not for use within
 * a transaction, as a scanner may take its time. Whatever goes wrong here is said at the file and keeps no mail back.
 */
@ApplicationScoped
public class Screening {

    private final Scanner scanner;

    @Inject
    public Screening(Scanner scanner) {
        this.scanner = scanner;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected Screening() {
        this(null);
    }

    /** The files of one mail that came in, in the same order. */
    public List<AttachmentContent> received(List<AttachmentContent> files) {
        List<AttachmentContent> cleaned = cleaned(files);
        List<Scan> scans =
                scanner.scan(cleaned.stream().map(AttachmentContent::bytes).toList());
        List<AttachmentContent> screened = new ArrayList<>();
        for (int i = 0; i < cleaned.size(); i++) {
            AttachmentContent file = cleaned.get(i);
            screened.add(file.with(file.bytes(), file.findings().with(scans.get(i))));
        }
        return screened;
    }

    /** Files that are about to be sent: what a client gets says nothing of where a picture was taken, or by whom. */
    static List<AttachmentContent> cleaned(List<AttachmentContent> files) {
        return files.stream().map(Screening::cleaned).toList();
    }

    private static AttachmentContent cleaned(AttachmentContent file) {
        CleanedFile cleaned = CleanedFile.of(file.type(), file.bytes());
        return file.with(cleaned.bytes(), cleaned.findings());
    }
}
