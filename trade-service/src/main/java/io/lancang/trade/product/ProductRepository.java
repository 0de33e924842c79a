package io.lancang.trade.product;

import io.lancang.kit.entity.OwnSession;
import io.lancang.kit.error.Suggestions.Candidate;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads products. Every method of its own is one statement. */
@Singleton
public class ProductRepository implements PanacheRepositoryBase<ProductEntity, String> {
    private static final String LEVELS = "select distinct level from ProductEntity where classification = ?1";
    private static final String TITLES = "select code, title from ProductEntity where classification = ?1";

    /** The products with these ids, by id; an id that does not exist is left out. */
    public Uni<Map<String, Product>> byIds(Collection<String> ids) {
        List<String> distinct = ids.stream().distinct().toList();
        return OwnSession.read(() -> list("id in ?1", distinct)
                .map(found -> found.stream()
                        .map(ProductEntity::asRecord)
                        .collect(Collectors.toMap(Product::id, product -> product))));
    }

    /** The levels that a classification has; none if it is not loaded. */
    Uni<SortedSet<Integer>> levels(Classification classification) {
        return OwnSession.read(() -> getSession()
                .chain(session -> session.createSelectionQuery(LEVELS, Short.class)
                        .setParameter(1, classification.name())
                        .getResultList())
                .map(levels -> levels.stream().map(Short::intValue).collect(Collectors.toCollection(TreeSet::new))));
    }

    /** Every code of a classification with its title, to suggest from. */
    public Uni<List<Candidate>> candidates(Classification classification) {
        return OwnSession.read(() -> getSession()
                .chain(session -> session.createSelectionQuery(TITLES, Object[].class)
                        .setParameter(1, classification.name())
                        .getResultList())
                .map(titles -> titles.stream()
                        .map(title -> new Candidate((String) title[0], (String) title[1]))
                        .toList()));
    }
}
