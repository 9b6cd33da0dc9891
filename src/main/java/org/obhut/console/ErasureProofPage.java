package org.obhut.console;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.obhut.ticket.ErasedContents;
import org.obhut.ticket.ErasureProof;

/**
 * The sheet that says for the file what was erased, when and by whom, and not a word about the client.
 *
 * @param back where one goes on from it
 */
public record ErasureProofPage(ErasureProof proof, String back) {

    /** What went, kind by kind; kinds of which there was none are left out. */
    public List<String> erased(Frame frame) {
        ErasedContents held = proof.contents();
        List<String> kinds = new ArrayList<>();
        add(kinds, frame, "received", held.received());
        add(kinds, frame, "sent", held.sent());
        add(kinds, frame, "notes", held.notes());
        add(kinds, frame, "calls", held.calls());
        add(kinds, frame, "events", held.events());
        add(kinds, frame, "unreadable", held.unreadable());
        add(kinds, frame, "files", held.files());
        add(kinds, frame, "drafts", held.drafts());
        return kinds;
    }

    private static void add(List<String> kinds, Frame frame, String kind, long number) {
        if (number > 0) {
            kinds.add(frame.t("proof.kind." + kind, number));
        }
    }

    /** Who decided: one person, or who asked and who agreed. */
    public String decided(Frame frame) {
        return proof.asked() == null
                ? frame.t("proof.decided.one", proof.decided())
                : frame.t("proof.decided.two", proof.asked(), proof.decided());
    }

    /** From when on no copy of the database opens. */
    public String copies(Frame frame) {
        Instant shut = proof.shut();
        if (shut == null) {
            return frame.t("proof.copies.gone", proof.epoch());
        }
        return frame.t(proof.destroyed() ? "proof.copies.shut" : "proof.copies.until", day(frame, shut), proof.epoch());
    }

    /** The note that keeps a restored copy shut goes with the same secret. */
    public String mark(Frame frame) {
        Instant shut = proof.shut();
        return proof.destroyed() || shut == null
                ? frame.t("proof.mark.gone")
                : frame.t("proof.mark.until", day(frame, shut));
    }

    public static String day(Frame frame, Instant at) {
        return frame.moments().day(LocalDate.ofInstant(at, Moments.ZONE));
    }
}
