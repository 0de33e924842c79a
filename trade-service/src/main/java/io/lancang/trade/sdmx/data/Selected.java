package io.lancang.trade.sdmx.data;

import io.lancang.kit.error.Suggestions;
import io.lancang.kit.error.Suggestions.Candidate;
import io.lancang.trade.period.Frequency;
import io.lancang.trade.period.Period;
import io.lancang.trade.sdmx.request.Address;
import io.lancang.trade.sdmx.request.Problem;
import io.lancang.trade.sdmx.request.SdmxException;
import io.lancang.trade.sdmx.structure.Artefact;
import io.lancang.trade.sdmx.structure.Codelist;
import io.lancang.trade.sdmx.structure.Codes;
import io.lancang.trade.sdmx.structure.CommonCodelist;
import io.lancang.trade.sdmx.structure.Component;
import io.lancang.trade.sdmx.structure.Dataflow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which observations a request asks for: those of any of its keys that pass every filter.
 *
 * @param keys the codes that each key takes by dimension; a dimension that is not in it takes any
 * @param filters what is asked of the code of a component
 */
public record Selected(List<Map<Component, Set<String>>> keys, Map<Component, Criterion> filters) {
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_@$-]+");
    private static final int MOST_KEYS = 100;
    /** No figure is of a year before this or from that on. */
    private static final int FIRST_YEAR = 1000;

    private static final int END_OF_YEARS = 3000;

    /**
     * Reads a key and the filters.
     *
     * @throws SdmxException for what is no key, and for codes that no list has
     */
    public static Selected of(String key, Address address, Dataflow dataflow, Codes all) {
        List<Map<Component, Set<String>>> keys = new ArrayList<>();
        for (String each : key.split(",", MOST_KEYS + 1)) {
            keys.add(each.equals("all") ? Map.of() : keyOf(each, dataflow, all));
        }
        if (keys.size() > MOST_KEYS) {
            throw new SdmxException(
                    Problem.TOO_LARGE, "There are more than " + MOST_KEYS + " keys. Ask for fewer, or by *.");
        }
        Map<Component, Criterion> filters = new EnumMap<>(Component.class);
        address.parameters()
                .forEach((name, value) -> Address.filteredComponent(name)
                        .map(dataflow.structure()::ofId)
                        .ifPresent(component -> filters.put(component, Criterion.of(component, value, dataflow, all))));
        return new Selected(keys, filters);
    }

    private static Map<Component, Set<String>> keyOf(String key, Dataflow dataflow, Codes all) {
        List<Component> dimensions = dataflow.structure().dimensions();
        String[] parts = key.split("\\.", -1);
        if (parts.length > dimensions.size()) {
            throw new SdmxException(
                    Problem.SYNTAX,
                    "The key '" + key + "' has " + parts.length + " dimensions where the structure has "
                            + dimensions.size() + ". " + keyForm(dimensions));
        }
        Map<Component, Set<String>> codes = new EnumMap<>(Component.class);
        for (int place = 0; place < parts.length; place++) {
            if (!parts[place].isEmpty() && !parts[place].equals(Address.ANY)) {
                codes.put(dimensions.get(place), codesOf(key, parts[place], dimensions.get(place), dataflow, all));
            }
        }
        return codes;
    }

    private static Set<String> codesOf(String key, String part, Component dimension, Dataflow dataflow, Codes all) {
        Set<String> codes = new HashSet<>();
        for (String code : part.split("\\+", -1)) {
            if (!CODE.matcher(code).matches()) {
                throw new SdmxException(
                        Problem.SYNTAX,
                        "'" + code + "' in the key '" + key + "' is no code of " + dimension + ". "
                                + keyForm(dataflow.structure().dimensions()));
            }
            codes.add(checked(code, dimension, dataflow, all));
        }
        return codes;
    }

    /** Commas separate keys, dots dimensions, and plus signs codes of one dimension, as they did in SDMX 2.1. */
    private static String keyForm(List<Component> dimensions) {
        return "A key is codes with dots between them in the order " + dimensions
                + ", such as A.CN.LA; * stands for any code, + is between several, and the end may be left out.";
    }

    /** The code, if the list of the component has it. */
    static String checked(String code, Component component, Dataflow dataflow, Codes all) {
        Codelist list = dataflow.structure().codelist(component);
        if (list == null || all.find(list, code) != null) {
            return code;
        }
        String area = all.areas().ofPartner(code);
        String near = list == CommonCodelist.CL_AREA && area != null
                ? "'" + area + "' is that area's code."
                : Suggestions.hint(
                        code,
                        list.codes(all).stream()
                                .map(each -> new Candidate(each.id(), each.name()))
                                .toList());
        throw new SdmxException(
                Problem.SEMANTIC,
                "'" + code + "' is no code of " + component + ". "
                        + (near == null ? "" : near + " ")
                        + "The codes are at structure/codelist/" + Artefact.AGENCY + "/" + list.id() + ".");
    }

    /** Whether a series is asked for, by the codes of all dimensions but time. */
    public boolean takes(Map<Component, String> series) {
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

    /** Whether a period is asked for. */
    public boolean takes(Period period) {
        Criterion criterion = filters.get(Component.TIME_PERIOD);
        return criterion == null || criterion.takes(period);
    }

    /** The first and the last year in which any period may be asked for, the last before the first if none is; empty if any may. */
    public Optional<Years> years() {
        Criterion criterion = filters.get(Component.TIME_PERIOD);
        if (criterion == null) {
            return Optional.empty();
        }
        int[] asked = IntStream.range(FIRST_YEAR, END_OF_YEARS)
                .filter(year -> takes(Period.ofYear(year)) || months(year).anyMatch(this::takes))
                .toArray();
        return Optional.of(
                asked.length == 0
                        ? new Years(FIRST_YEAR, FIRST_YEAR - 1)
                        : new Years(asked[0], asked[asked.length - 1]));
    }

    private static Stream<Period> months(int year) {
        return IntStream.rangeClosed(1, 12)
                .mapToObj(month -> Period.of(Frequency.MONTHLY, LocalDate.of(year, month, 1)));
    }

    /** Years from one to another. */
    public record Years(int first, int last) {}

    /** Whether any series with this code of one dimension may be asked for. */
    public boolean takes(Component dimension, String code) {
        return passes(dimension, code) && keys.stream().anyMatch(key -> takes(key.get(dimension), code));
    }
}
