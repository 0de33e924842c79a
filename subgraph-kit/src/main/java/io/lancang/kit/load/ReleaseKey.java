package io.lancang.kit.load;

/**
 * What a file is known by once it was loaded.
 *
 * @param sha256 of its content, in hexadecimal digits
 */
public record ReleaseKey(String dataset, String sha256) {}
