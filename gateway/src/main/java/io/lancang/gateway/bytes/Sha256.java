package io.lancang.gateway.bytes;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Digests by SHA-256. */
public final class Sha256 {
    /** Never given to, only copied: to look for the algorithm takes longer than to digest a few headers. */
    private static final MessageDigest NOTHING = found();

    private Sha256() {}

    /** A digest of nothing yet. */
    public static MessageDigest begin() {
        try {
            return (MessageDigest) NOTHING.clone();
        } catch (CloneNotSupportedException impossible) {
            // Those of the JDK can be copied.
            throw new IllegalStateException(impossible);
        }
    }

    private static MessageDigest found() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            // Every Java has to have it.
            throw new IllegalStateException(impossible);
        }
    }
}
