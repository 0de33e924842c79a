package io.lancang.corridor.feature.corridor;

import io.lancang.corridor.feature.segment.Segment;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Numbers of the Asian Highway Network (UNESCAP), where the words of a fact have them. */
@GraphQLApi
public class HighwayApi {
    /** One to three digits: AH1 to AH8 cross Asia, two and three digits are those of its regions. */
    private static final Pattern NUMBER = Pattern.compile("\\bAH ?(\\d{1,3})\\b");

    /** Those that a corridor is on. */
    @Description(
            "Numbers of the Asian Highways that it is on, such as `AH12`, as its name and its note have them, lowest first."
                    + " Empty if they have none, which does not say that it is on none.")
    public @NonNull List<@NonNull String> asianHighways(@Source Corridor corridor) {
        return numbers(corridor.names().english(), corridor.note());
    }

    /** Those that a segment is on. */
    @Description(
            "Numbers of the Asian Highways that it is on, such as `AH12`, as its name, its specification and its note have"
                    + " them, lowest first. Empty if they have none, which does not say that it is on none.")
    public @NonNull List<@NonNull String> asianHighways(@Source Segment segment) {
        return numbers(segment.name(), segment.spec(), segment.note());
    }

    private static List<String> numbers(@Nullable String... texts) {
        TreeMap<Integer, String> found = new TreeMap<>();
        for (String text : texts) {
            Matcher number = NUMBER.matcher(text == null ? "" : text);
            while (number.find()) {
                int digits = Integer.parseInt(number.group(1));
                found.put(digits, "AH" + digits);
            }
        }
        return List.copyOf(found.values());
    }
}
