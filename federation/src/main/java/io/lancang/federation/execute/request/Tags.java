package io.lancang.federation.execute.request;

import io.lancang.federation.cachetag.TagFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Fills in the templates of one answer's tags. */
final class Tags {
    private Tags() {}

    /** All tags, or null where a value of one is not known. */
    static @Nullable List<String> of(List<TagFormat> formats, Function<String, ? extends @Nullable Object> values) {
        List<String> tags = new ArrayList<>(formats.size());
        for (TagFormat format : formats) {
            String tag = format.fill(values);
            if (tag == null) {
                return null;
            }
            tags.add(tag);
        }
        return tags;
    }
}
