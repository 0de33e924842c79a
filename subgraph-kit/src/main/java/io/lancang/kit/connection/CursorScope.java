package io.lancang.kit.connection;

import io.lancang.kit.error.ServiceException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The list that a cursor belongs to: a field with its filter and its order. A cursor is the keyset of an item, made
 * opaque, with a fingerprint of its scope inside: sent along with another filter or order it is refused, since it would
 * skip and repeat items silently.
 *
 * <p>The fingerprint guards against mistakes, not against forgery: a keyset gives no access to anything.
 */
public final class CursorScope {
    private static final int FINGERPRINT_BYTES = 8;
    private static final char SEPARATOR = '\u001f';

    private final byte[] fingerprint;

    /**
     * @param field the field that returns the connection, such as {@code partners}
     * @param parts everything that decides which items the list has and in which order, as text
     */
    public CursorScope(String field, Object... parts) {
        this.fingerprint = fingerprint(field + SEPARATOR + Arrays.deepToString(parts));
    }

    /** The cursor of the item with this keyset. */
    public String encode(List<String> keyset) {
        byte[] content = String.join(String.valueOf(SEPARATOR), keyset).getBytes(StandardCharsets.UTF_8);
        byte[] cursor = ByteBuffer.allocate(FINGERPRINT_BYTES + content.length)
                .put(fingerprint)
                .put(content)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    }

    /**
     * The keyset of a cursor.
     *
     * @throws ServiceException BAD_USER_INPUT if it is no cursor, or one of another list
     */
    public List<String> decode(String cursor) {
        byte[] bytes = bytesOf(cursor);
        if (bytes.length < FINGERPRINT_BYTES) {
            throw malformed(cursor);
        }
        if (!Arrays.equals(fingerprint, 0, FINGERPRINT_BYTES, bytes, 0, FINGERPRINT_BYTES)) {
            throw ServiceException.badInput(
                    "The cursor '" + cursor + "' belongs to a list with another filter or order.",
                    "Send a cursor only with the arguments of the request that gave it; leave it out to start anew.");
        }
        String content = new String(bytes, FINGERPRINT_BYTES, bytes.length - FINGERPRINT_BYTES, StandardCharsets.UTF_8);
        List<String> keyset = new ArrayList<>();
        int start = 0;
        for (int end = content.indexOf(SEPARATOR); end >= 0; end = content.indexOf(SEPARATOR, start)) {
            keyset.add(content.substring(start, end));
            start = end + 1;
        }
        keyset.add(content.substring(start));
        return keyset;
    }

    /** The keyset of a cursor, if there is one. */
    public Optional<List<String>> decode(Optional<String> cursor) {
        return cursor.map(this::decode);
    }

    private static byte[] bytesOf(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException notBase64) {
            throw malformed(cursor);
        }
    }

    static ServiceException malformed(String cursor) {
        return ServiceException.badInput(
                "'" + cursor + "' is no cursor.",
                "Send one as it was given in `startCursor`, `endCursor` or `cursor`.");
    }

    private static byte[] fingerprint(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
