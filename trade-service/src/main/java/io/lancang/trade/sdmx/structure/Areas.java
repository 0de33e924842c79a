package io.lancang.trade.sdmx.structure;

import io.lancang.kit.error.Suggestions.Candidate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The partners as areas: by ISO 3166-1 alpha-2 where they have such a code, as SDMX has them, by their own code otherwise. */
public final class Areas {
    private final Map<String, String> partners = new LinkedHashMap<>();
    private final Map<String, String> areas = new LinkedHashMap<>();
    private final List<Codelist.Code> codes;

    /** @param candidates every partner, with the alpha-2 code as its alias */
    Areas(List<Candidate> candidates) {
        List<Candidate> sorted =
                candidates.stream().sorted(Comparator.comparing(Areas::areaOf)).toList();
        sorted.forEach(candidate -> {
            partners.put(areaOf(candidate), candidate.code());
            areas.put(candidate.code(), areaOf(candidate));
        });
        this.codes = sorted.stream()
                .map(candidate -> new Codelist.Code(areaOf(candidate), candidate.name()))
                .toList();
    }

    private static String areaOf(Candidate candidate) {
        String alpha2 = candidate.alias();
        return alpha2 == null || alpha2.isEmpty() ? candidate.code() : alpha2;
    }

    public List<Codelist.Code> codes() {
        return codes;
    }

    /** The area of a partner; null if there is no such partner. */
    @Nullable
    public String ofPartner(String partner) {
        return areas.get(partner);
    }

    /** Codes of areas, each with that of its partner, ascending. */
    public Map<String, String> partners() {
        return partners;
    }
}
