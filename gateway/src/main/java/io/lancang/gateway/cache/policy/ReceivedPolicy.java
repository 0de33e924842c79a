package io.lancang.gateway.cache.policy;

import io.lancang.gateway.freshness.CacheControl;
import io.lancang.gateway.subgraph.answer.AnswerHead;
import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the head of a subgraph's answer says about keeping it.
 *
 * @param isUsable whether the answer may be given to somebody else at all
 * @param ageSeconds how old it was when it came
 * @param receivedAt when that was, in milliseconds since 1970
 * @param tags by which the subgraph may declare it invalid
 */
public record ReceivedPolicy(
        CacheControl control, boolean isUsable, long ageSeconds, long receivedAt, List<String> tags) {
    private static final String TAGS = "Cache-Tag";

    /**
     * Reads a head.
     *
     * @param now in milliseconds since 1970
     * @param maximumTags an answer with more is not usable
     */
    public static ReceivedPolicy of(AnswerHead head, long now, int maximumTags) {
        MultiMap headers = head.headers();
        List<String> tags = tags(headers.getAll(TAGS));
        String age = headers.get("Age");
        return new ReceivedPolicy(
                CacheControl.parse(headers.getAll("Cache-Control")),
                head.isSuccess() && tags.size() <= maximumTags && !variesByAnything(headers.get("Vary")),
                age == null ? 0 : CacheControl.seconds(age.strip()),
                now,
                tags);
    }

    private static List<String> tags(List<String> values) {
        List<String> tags = new ArrayList<>();
        for (String value : values) {
            for (String tag : value.split(",", -1)) {
                String name = tag.strip();
                if (!name.isEmpty()) {
                    tags.add(name);
                }
            }
        }
        return tags;
    }

    private static boolean variesByAnything(@Nullable String vary) {
        return vary != null && vary.contains("*");
    }
}
