package io.lancang.explorer;

/**
 * A file of the pages.
 *
 * @param path below the folder of the pages, such as {@code index.html}
 * @param resource where on the class path its compressed content is
 * @param contentType the value of the header
 * @param etag of the uncompressed content, with its quotation marks
 * @param immutable whether the name changes with the content, so that a copy never has to be checked
 * @param length of the uncompressed content, in bytes
 */
public record PageFile(String path, String resource, String contentType, String etag, boolean immutable, int length) {

    /** The content, compressed by gzip. It is read from the class path each time, which may wait for a disk. */
    public byte[] gzip() {
        return Pages.read(resource);
    }
}
