package io.lancang.gateway.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lancang.federation.QueryParts;
import io.lancang.federation.json.ByteSink;
import io.lancang.gateway.bytes.Sha256;
import io.lancang.gateway.cache.store.CacheKey;
import io.lancang.gateway.subgraph.request.ClientScope;
import java.net.URI;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** Makes the keys of what is asked of one subgraph. Immutable, and so thread-safe. */
final class QuestionKeys {
    /** Never updated further: each key begins with a copy. */
    private final MessageDigest seeded;

    /** Keys for the subgraph of this name at this place. */
    QuestionKeys(String subgraph, URI url) {
        seeded = Sha256.begin();
        seeded.update(Sha256.begin().digest(subgraph.getBytes(UTF_8)));
        seeded.update(Sha256.begin().digest(url.toString().getBytes(UTF_8)));
    }

    /** The keys of all questions of a query. */
    List<CacheKey> of(QueryParts parts, ClientScope scope) {
        List<CacheKey> keys = new ArrayList<>(parts.count());
        ByteSink question = new ByteSink(256);
        for (int part = 0; part < parts.count(); part++) {
            question.truncate(0);
            parts.identify(part, question);
            keys.add(key(scope, question.bytes(), question.length()));
        }
        return keys;
    }

    /** The key of a whole request. */
    CacheKey of(byte[] body, ClientScope scope) {
        return key(scope, body, body.length);
    }

    private CacheKey key(ClientScope scope, byte[] question, int length) {
        MessageDigest digest = copy();
        digest.update(scope.digest());
        digest.update(question, 0, length);
        return CacheKey.of(digest.digest());
    }

    private MessageDigest copy() {
        try {
            return (MessageDigest) seeded.clone();
        } catch (CloneNotSupportedException impossible) {
            // Java's own can be copied.
            throw new IllegalStateException(impossible);
        }
    }
}
