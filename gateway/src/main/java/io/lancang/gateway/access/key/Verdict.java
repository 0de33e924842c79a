package io.lancang.gateway.access.key;

import io.lancang.gateway.access.ApiClient;
import io.lancang.gateway.access.Identity;

/** What is known of a key. */
public sealed interface Verdict {
    /** It counts, unless it has expired. The identity is made once for all requests with the key. */
    record Counts(ApiClient client, Identity identity) implements Verdict {}

    /** It does not. */
    record Bad(Reason reason) implements Verdict {}

    /** Nobody can tell now. */
    record Unavailable() implements Verdict {}

    /** Why a key does not count. */
    enum Reason {
        KEY_UNKNOWN,
        KEY_EXPIRED,
        KEY_REVOKED,
        CLIENT_SUSPENDED
    }
}
