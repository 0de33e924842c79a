package io.lancang.kit.dataset;

import java.io.IOException;
import java.io.InputStream;

/** A file to be loaded. */
public interface ReleaseFile {
    /** The name of the file, for the record. */
    String name();

    /** The content, UTF-8. The caller closes it. */
    InputStream open() throws IOException;

    /** What stands between the fields of a row. */
    default char delimiter() {
        return ',';
    }

    /** How many characters a row may have; reading ends at a row that has more. */
    default int longestRow() {
        return 1 << 18;
    }

    /**
     * A fault as it is reported: a file that is read as another one knows where its own text has what the row was made of.
     *
     * @param found by the line of the rows that {@link #open()} gives
     */
    default Rejection located(Rejection found) {
        return found;
    }

    /** The SHA-256 of the content, in hexadecimal digits. */
    default String sha256() throws IOException {
        return Checksum.of(this);
    }

    /**
     * Whether {@link #open()} gives the content as often as it is called. What comes over a network is read once: its
     * checksum is known only when its rows are staged, and it cannot fill several tables.
     */
    default boolean isRepeatable() {
        return true;
    }
}
