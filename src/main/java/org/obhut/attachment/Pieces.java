package org.obhut.attachment;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A file put together of stretches of another and a few bytes of our own. Neighbouring stretches are one, so that what is
 * held is the original, the list, and at its end the result.
 */
final class Pieces {

    /** A file cut into more pieces than this was not made by a camera. */
    private static final int MOST = 100_000;

    private record Piece(byte[] source, int from, int to) {}

    private final byte[] source;
    private final List<Piece> pieces = new ArrayList<>();
    private int keptTo = -1;

    Pieces(byte[] source) {
        this.source = source;
    }

    /** @throws CannotClean where the file does not reach that far */
    void keep(int from, int to) throws CannotClean {
        if (from < 0 || to < from || to > source.length) {
            throw CannotClean.damaged();
        }
        if (from == keptTo && !pieces.isEmpty()) {
            Piece before = pieces.remove(pieces.size() - 1);
            pieces.add(new Piece(source, before.from, to));
        } else {
            add(pieces.size(), new Piece(source, from, to));
        }
        keptTo = to;
    }

    void put(byte[] own) throws CannotClean {
        insert(mark(), own);
    }

    /** The place after what there is so far, for {@link #insert}; what is kept next starts a piece of its own. */
    int mark() {
        keptTo = -1;
        return pieces.size();
    }

    /** Puts bytes where {@link #mark} was called; later marks are then off by one. */
    void insert(int mark, byte[] own) throws CannotClean {
        add(mark, new Piece(own, 0, own.length));
        keptTo = -1;
    }

    private void add(int at, Piece piece) throws CannotClean {
        if (pieces.size() >= MOST) {
            throw CannotClean.unsafe();
        }
        pieces.add(at, piece);
    }

    byte[] bytes() {
        int length = pieces.stream().mapToInt(piece -> piece.to - piece.from).sum();
        ByteBuffer all = ByteBuffer.allocate(length);
        pieces.forEach(piece -> all.put(piece.source, piece.from, piece.to - piece.from));
        return all.array();
    }
}
