package io.lancang.trade.sdmx;

import io.lancang.kit.error.Suggestions;
import io.lancang.kit.error.Suggestions.Candidate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which observations a request asks for: those of any of its keys that pass every filter.
 *
 * @param keys the codes that each key takes by dimension; a dimension that is not in it takes any
 * @param filters what is asked of the code of a component
 */
record Selected(List<Map<Component, Set<String>>> keys, Map<Component, Criterion> filters) {
    private static final Pattern FILTER = Pattern.compile("c\\[(.*)]");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_@$-]+");
    private static final int MOST_KEYS = 100;
    /** Commas separate keys, dots dimensions, and plus signs codes of one dimension, as they did in SDMX 2.1. */
    private static final String KEY_FORM =
            "A key is codes with dots between them in the order " + Component.dimensions()
                    + ", such as A.CN.LA.X; * stands for any code, + is between several, and the end may be left out.";

    static boolean isFilter(String parameter) {
        return FILTER.matcher(parameter).matches();
    }

    /**
     * Reads a key and the filters.
     *
     * @throws SdmxException for what is no key, and for codes that no list has
     */
    static Selected of(String key, Address address, Areas areas) {
        List<Map<Component, Set<String>>> keys = new ArrayList<>();
        for (String each : key.split(",", MOST_KEYS + 1)) {
            keys.add(each.equals("all") ? Map.of() : keyOf(each, areas));
        }
        if (keys.size() > MOST_KEYS) {
            throw new SdmxException(
                    Problem.TOO_LARGE, "There are more than " + MOST_KEYS + " keys. Ask for fewer, or by *.");
        }
        Map<Component, Criterion> filters = new EnumMap<>(Component.class);
        address.parameters().forEach((name, value) -> {
            Matcher filter = FILTER.matcher(name);
            if (filter.matches()) {
                Component component = Component.ofId(filter.group(1));
                filters.put(component, Criterion.of(component, value, areas));
            }
        });
        return new Selected(keys, filters);
    }

    private static Map<Component, Set<String>> keyOf(String key, Areas areas) {
        List<Component> dimensions = Component.dimensions();
        String[] parts = key.split("\\.", -1);
        if (parts.length > dimensions.size()) {
            throw new SdmxException(
                    Problem.SYNTAX,
                    "The key '" + key + "' has " + parts.length + " dimensions where the structure has "
                            + dimensions.size() + ". " + KEY_FORM);
        }
        Map<Component, Set<String>> codes = new EnumMap<>(Component.class);
        for (int place = 0; place < parts.length; place++) {
            if (!parts[place].isEmpty() && !parts[place].equals(Address.ANY)) {
                codes.put(dimensions.get(place), codesOf(key, parts[place], dimensions.get(place), areas));
            }
        }
        return codes;
    }

    private static Set<String> codesOf(String key, String part, Component dimension, Areas areas) {
        Set<String> codes = new HashSet<>();
        for (String code : part.split("\\+", -1)) {
            if (!CODE.matcher(code).matches()) {
                throw new SdmxException(
                        Problem.SYNTAX,
                        "'" + code + "' in the key '" + key + "' is no code of " + dimension + ". " + KEY_FORM);
            }
            codes.add(checked(code, dimension, areas));
        }
        return codes;
    }

    /** The code, if the list of the component has it. */
    static String checked(String code, Component component, Areas areas) {
        Codelist list = component.codelist();
        if (list == null
                || list.codes(areas).stream().anyMatch(each -> each.id().equals(code))) {
            return code;
        }
        String area = areas.ofPartner(code);
        String near = list == Codelist.CL_AREA && area != null
                ? "'" + area + "' is that area's code."
                : Suggestions.hint(
                        code,
                        list.codes(areas).stream()
                                .map(each -> new Candidate(each.id(), each.name()))
                                .toList());
        throw new SdmxException(
                Problem.SEMANTIC,
                "'" + code + "' is no code of " + component + ". "
                        + (near == null ? "" : near + " ")
                        + "The codes are at structure/codelist/" + Artefact.AGENCY + "/" + list + ".");
    }

    /** Whether a series is asked for, by the codes of all dimensions but time. */
    boolean takes(Map<Component, String> series) {
        return keys.stream().anyMatch(key -> isOf(key, series))
                && series.entrySet().stream().allMatch(each -> passes(each.getKey(), each.getValue()));
    }

    private static boolean isOf(Map<Component, Set<String>> key, Map<Component, String> series) {
        return series.entrySet().stream().allMatch(each -> takes(key.get(each.getKey()), each.getValue()));
    }

    private static boolean takes(@Nullable Set<String> codes, String code) {
        return codes == null || codes.contains(code);
    }

    private boolean passes(Component component, String code) {
        Criterion criterion = filters.get(component);
        return criterion == null || criterion.takes(code);
    }

    /** Whether a year is asked for. */
    boolean takes(int year) {
        return passes(Component.TIME_PERIOD, String.valueOf(year));
    }

    /** Whether any series with this code of one dimension may be asked for. */
    boolean takes(Component dimension, String code) {
        return passes(dimension, code) && keys.stream().anyMatch(key -> takes(key.get(dimension), code));
    }
}
