package org.obhut.mailbox;

import java.io.IOException;
import java.io.InputStream;

/** Reads something that is fetched piece by piece. A piece that is not full is the last one. */
final class PieceStream extends InputStream {

    /** Fetches the bytes from a place on, as many as a piece has or fewer. */
    interface Pieces {
        byte[] piece(long from) throws IOException;
    }

    private final Pieces pieces;
    private final int length;
    private byte[] piece = new byte[0];
    private int at;
    private long fetched;
    private boolean last;

    PieceStream(int length, Pieces pieces) {
        this.length = length;
        this.pieces = pieces;
    }

    @Override
    public int read() throws IOException {
        return fill() ? piece[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int from, int wanted) throws IOException {
        if (wanted == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(wanted, piece.length - at);
        System.arraycopy(piece, at, bytes, from, count);
        at += count;
        return count;
    }

    private boolean fill() throws IOException {
        if (at < piece.length) {
            return true;
        }
        if (last) {
            return false;
        }
        piece = pieces.piece(fetched);
        at = 0;
        fetched += piece.length;
        last = piece.length < length;
        return piece.length > 0;
    }
}
