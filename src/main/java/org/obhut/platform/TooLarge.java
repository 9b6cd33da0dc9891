package org.obhut.platform;

/** Input that is larger than may be: 413 in the API. */
public class TooLarge extends InvalidInput {

    private final long size;
    private final long limit;

    /** Both in bytes. */
    public TooLarge(String field, long size, long limit) {
        super(field, "too-large");
        this.size = size;
        this.limit = limit;
    }

    public long size() {
        return size;
    }

    public long limit() {
        return limit;
    }
}
