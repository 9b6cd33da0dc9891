package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.UnaryOperator;
import org.obhut.envelope.ItemKey;
import org.obhut.envelope.Part;
import org.obhut.envelope.SealedFile;
import org.obhut.ticket.Items.Unfolded;

/** The sealed summaries of tickets: one envelope each, plus the heads of mails that came since it was sealed. */
@Dependent
class Summaries {

    private final Items items;

    @Inject
    Summaries(Items items) {
        this.items = items;
    }

    /** The summary with its unfolded heads taken in; stores nothing. */
    Summary current(OpenTicket open) {
        return read(open.file(), open.ticket(), items.unfolded(List.of(open.id())));
    }

    Summary read(SealedFile file, Ticket ticket, List<Unfolded> heads) {
        Summary summary;
        // A summary is its ticket's own item, so that its key can't be another entry's.
        try (ItemKey key = file.item(ticket.id(), ticket.summaryWrap())) {
            summary = Summary.of(key.open(Part.SUMMARY, ticket.summary()));
        }
        for (Unfolded head : heads) {
            try (ItemKey key = file.item(head.item(), head.wrap())) {
                summary = summary.with(Head.of(key.open(Part.HEAD, head.head())));
            }
        }
        return summary;
    }

    /** Folds, changes and seals the summary of a locked ticket. */
    Summary update(OpenTicket open, UnaryOperator<Summary> change) {
        List<Unfolded> heads = items.unfolded(List.of(open.id()));
        Summary summary = change.apply(read(open.file(), open.ticket(), heads));
        seal(open.file(), open.ticket(), summary);
        items.folded(heads);
        return summary;
    }

    void seal(SealedFile file, Ticket ticket, Summary summary) {
        try (ItemKey key = file.newItem(ticket.id())) {
            ticket.summary(key.wrap(), key.seal(Part.SUMMARY, summary.bytes()));
            ticket.answerBy(summary.answerBy());
        }
    }
}
