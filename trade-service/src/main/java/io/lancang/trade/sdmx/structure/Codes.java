package io.lancang.trade.sdmx.structure;

import io.lancang.trade.product.Classification;
import io.lancang.trade.sdmx.structure.Codelist.Code;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The codes that data have, as they were read for one answer. Used by one context at a time. */
public final class Codes {
    private final Areas areas;
    private final Map<Integer, Code> datasets;
    private final Map<Classification, List<Code>> products;
    private final Map<Codelist, Map<String, Code>> byId = new HashMap<>();

    /**
     * @param datasets by their number in the database, in that order
     * @param products those of the classifications that the answer is about
     */
    Codes(Areas areas, Map<Integer, Code> datasets, Map<Classification, List<Code>> products) {
        this.areas = areas;
        this.datasets = datasets;
        this.products = products;
    }

    public Areas areas() {
        return areas;
    }

    public List<Code> datasets() {
        return List.copyOf(datasets.values());
    }

    /** The code of the dataset with this number. */
    public String dataset(int number) {
        return Objects.requireNonNull(datasets.get(number), "figures have a dataset")
                .id();
    }

    /** Those of a classification, ascending. */
    public List<Code> products(Classification classification) {
        return Objects.requireNonNull(products.get(classification), "what an answer is about is read for it");
    }

    /** The code with this id; null if the list has none. */
    @Nullable
    public Code find(Codelist list, String id) {
        return byId.computeIfAbsent(
                        list,
                        each -> each.codes(this).stream().collect(Collectors.toMap(Code::id, Function.identity())))
                .get(id);
    }
}
