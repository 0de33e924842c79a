package io.lancang.trade.product;

import io.lancang.kit.connection.CursorScope;
import io.lancang.kit.connection.PageArguments;
import io.lancang.kit.connection.PageRequest;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.error.Suggestions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds products, or says what is wrong with the question. */
@Singleton
public class Products {
    private final ProductRepository repository;
    private final ProductSearchRepository searches;

    Products(ProductRepository repository, ProductSearchRepository searches) {
        this.repository = repository;
        this.searches = searches;
    }

    /** The product with this code; NOT_FOUND with the nearest codes if there is none. */
    Uni<Product> byCode(Classification classification, String code) {
        String id = classification.keyOf(code);
        return repository.byIds(List.of(id)).flatMap(found -> {
            Product product = found.get(id);
            return product == null
                    ? unknown(classification, code)
                    : Uni.createFrom().item(product);
        });
    }

    Uni<ProductConnection> page(ProductSearchRepository.Search search, PageRequest asked) {
        PageArguments page = asked.of(new CursorScope("products", search), PageRequest.USUAL_OF_MANY);
        return checkLevel(search.classification(), search.level())
                .chain(() -> checkParent(search.parentId()))
                .chain(() -> searches.page(search, page))
                .map(slice -> ProductConnection.of(search, page, slice));
    }

    /**
     * Fails with BAD_USER_INPUT for a classification that is not loaded, or a level that it has not.
     *
     * @param level null for any
     */
    public Uni<Void> checkLevel(Classification classification, @Nullable Integer level) {
        return repository
                .levels(classification)
                .invoke(levels -> check(classification, level, levels))
                .replaceWithVoid();
    }

    private static void check(Classification classification, @Nullable Integer level, SortedSet<Integer> levels) {
        if (levels.isEmpty()) {
            throw ServiceException.badInput(
                    "`classification` is " + classification + ", of which no codes are loaded.",
                    "HS2012, HS2017, HS2022, SITC3 and SITC4 are packaged; a steward can load further tables.");
        }
        if (level != null && !levels.contains(level)) {
            String known = levels.stream().map(String::valueOf).collect(Collectors.joining(", "));
            throw ServiceException.badInput(
                    "`level` is " + level + "; " + classification + " has " + known + ".",
                    "Ask for one of the levels " + known + ", or leave `level` out for all.");
        }
    }

    private Uni<Void> checkParent(@Nullable String id) {
        if (id == null) {
            return Uni.createFrom().voidItem();
        }
        return repository
                .byIds(List.of(id))
                .invoke(found -> {
                    if (!found.containsKey(id)) {
                        throw ServiceException.badInput(
                                "`parent` is '" + id + "', which is no id of a product.",
                                "Send a `Product.id`, such as `H6:85`.");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Product> unknown(Classification classification, String code) {
        return repository.candidates(classification).map(all -> {
            throw ServiceException.notFound(
                    "There is no product '" + code + "' in " + classification + ".", Suggestions.hint(code, all));
        });
    }
}
