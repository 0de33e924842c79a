package io.lancang.trade.selection;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the database knows of the codes that a filter names.
 *
 * @param partners partner codes that exist, and whether each is an aggregate
 * @param blocs bloc codes that exist
 * @param regions regions that exist
 * @param datasets numbers of the datasets that exist, by id
 * @param products levels of the products that exist, by key
 * @param first key of the first period with a figure of the frequency; null if there is none
 * @param last key of the last period with a figure; null if there is none
 */
record Known(
        Map<String, Boolean> partners,
        Set<String> blocs,
        Set<String> regions,
        Map<String, Integer> datasets,
        Map<String, Integer> products,
        @Nullable LocalDate first,
        @Nullable LocalDate last) {}
