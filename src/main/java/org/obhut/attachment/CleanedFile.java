package org.obhut.attachment;

import java.util.Arrays;

/**
 * A file without the metadata of its pictures, as far as they can be taken out without touching a pixel: nothing is decoded or
 * encoded anew. Takes at most the file's size in memory, twice for a moment.
 *
 * <p>What lies within another file (a picture in a PDF, an office document, an archive or a mail) stays as it is.
 *
 * @param bytes the file's own array where nothing was taken out
 */
public record CleanedFile(byte[] bytes, Metadata metadata) {

    /** @param declaredType the Content-Type its sender gave it */
    public static CleanedFile of(String declaredType, byte[] file) {
        ImageFormat format = ImageFormat.of(declaredType, file);
        try {
            byte[] cleaned =
                    switch (format) {
                        case JPEG -> Jpeg.withoutMetadata(file);
                        case PNG -> Png.withoutMetadata(file);
                        case GIF -> Gif.withoutMetadata(file);
                        case WEBP -> Webp.withoutMetadata(file);
                        case HEIF -> Heif.withoutMetadata(file);
                        case BARE, NONE -> file;
                        case OTHER -> throw CannotClean.unsafe();
                    };
            if (format == ImageFormat.NONE) {
                return new CleanedFile(file, Metadata.UNTOUCHED);
            }
            return Arrays.equals(file, cleaned)
                    ? new CleanedFile(file, Metadata.ABSENT)
                    : new CleanedFile(cleaned, Metadata.REMOVED);
        } catch (CannotClean e) {
            return new CleanedFile(file, e.state());
        } catch (IndexOutOfBoundsException e) {
            // A length or offset that leads out of the file.
            return new CleanedFile(file, Metadata.DAMAGED);
        }
    }

    /** What there is to say beside the file, before it is scanned. */
    public Findings findings() {
        return new Findings(metadata, Scan.NONE, Macros.within(bytes));
    }
}
