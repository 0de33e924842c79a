package io.lancang.corridor.ground.vocabulary;

import io.lancang.kit.error.ServiceException;
import io.lancang.kit.error.Suggestions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** ISO 3166: the files write alpha-2, the graph's partners have alpha-3 for a key. */
public final class CountryCodes {
    private final Map<String, String> alpha3ByAlpha2;
    private final List<Suggestions.Candidate> candidates;

    private CountryCodes(Map<String, String> alpha3ByAlpha2, List<Suggestions.Candidate> candidates) {
        this.alpha3ByAlpha2 = alpha3ByAlpha2;
        this.candidates = candidates;
    }

    /** The table that ships with the service. */
    public static CountryCodes packaged() {
        var rows = PackagedTable.rows("data/countries.csv");
        return new CountryCodes(
                rows.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(row -> row.getField("iso2"), row -> row.getField("code"))),
                rows.stream()
                        .map(row -> new Suggestions.Candidate(row.getField("code"), row.getField("name_en")))
                        .toList());
    }

    /** The alpha-3 code of an alpha-2 code, if there is such a country. */
    public Optional<String> alpha3(String alpha2) {
        return Optional.ofNullable(alpha3ByAlpha2.get(alpha2));
    }

    /** Whether a country has this alpha-3 code. */
    public boolean isAlpha3(String code) {
        return alpha3ByAlpha2.containsValue(code);
    }

    /**
     * Checks an argument that names a partner, where there is one.
     *
     * @throws ServiceException BAD_USER_INPUT if no country has this alpha-3 code
     */
    public void check(@Nullable String alpha3) {
        if (alpha3 != null && !isAlpha3(alpha3)) {
            String hint = Suggestions.hint(alpha3, candidates);
            throw ServiceException.badInput(
                    "'" + alpha3 + "' is no ISO 3166 alpha-3 code of a country.",
                    hint == null ? "Send a code such as LAO, in capitals." : hint);
        }
    }

    /**
     * As {@link #check}, of an argument that names several.
     *
     * @throws ServiceException BAD_USER_INPUT if one of them is no alpha-3 code of a country
     */
    public void checkAll(@Nullable List<String> alpha3) {
        if (alpha3 != null) {
            alpha3.forEach(this::check);
        }
    }
}
