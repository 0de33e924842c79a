package io.lancang.explorer;

/**
 * A file of the pages.
 *
 * @param path below the folder of the pages, such as {@code index.html}
 * @param contentType the value of the header
 * @param etag of the uncompressed content, with its quotation marks
 * @param immutable whether the name changes with the content, so that a copy never has to be checked
 * @param length of the uncompressed content, in bytes
 * @param gzip the content, compressed; not to be changed
 */
public record PageFile(String path, String contentType, String etag, boolean immutable, int length, byte[] gzip) {}
