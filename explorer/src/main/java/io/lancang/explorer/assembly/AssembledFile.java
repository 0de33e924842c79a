package io.lancang.explorer.assembly;

/**
 * A file as it will be sent.
 *
 * @param path by which it is asked for; has the hash of the content in it, unless the name has to stay
 * @param hash the beginning of the SHA-256 of the content, in hexadecimal digits
 */
record AssembledFile(String path, String hash, byte[] content) {}
