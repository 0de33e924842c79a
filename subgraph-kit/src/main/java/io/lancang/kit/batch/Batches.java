package io.lancang.kit.batch;

import graphql.language.OperationDefinition;
import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.dataloader.DataLoaderOptions;
import org.dataloader.DataLoaderRegistry;
import org.dataloader.MappedBatchLoader;

/**
 * Collects the keys that the fields of one request ask for and answers them by one call.
 *
 * <p>The GraphQL extension has batches of its own ({@code @Source List<T>}), but they give every key the arguments of
 * the first one: {@code a: trade(from: 2000) b: trade(from: 2019)} in one request answers both with the first. So a
 * field with arguments puts them into its key, a record, and calls {@link #load}.
 *
 * <p>The registry of loaders belongs to one request. The extension creates it only for a schema that has at least one
 * batch of its own, so a service keeps one for a field without arguments.
 */
public final class Batches {
    private Batches() {}

    /**
     * Answers {@code key} together with all other keys that fields of the same level ask for. To be called from within
     * a resolver method, on its own thread, before anything asynchronous happens.
     *
     * @param batch the name of the batch, unique in the service
     * @param key what is asked for, arguments included; equal keys are loaded once
     * @param loader answers all keys; a key that it leaves out is answered with null
     */
    public static <K extends Record, V> Uni<V> load(String batch, K key, Function<List<K>, Uni<Map<K, V>>> loader) {
        DataFetchingEnvironment environment = Objects.requireNonNull(
                SmallRyeContextManager.getCurrentSmallRyeContext().unwrap(DataFetchingEnvironment.class),
                "a batch is loaded from within a resolver");
        DataLoaderRegistry registry = environment.getDataLoaderRegistry();
        DataLoader<K, V> batchLoader =
                registry.computeIfAbsent(batch, name -> newLoader(name, loader, optionsFor(environment)));
        // A copy, since equal keys share one future and who gives up on it would cancel it for the others.
        return Uni.createFrom().completionStage(batchLoader.load(key).copy());
    }

    /**
     * Answers keys whose arguments differ: one call of {@code read} for each set of arguments, with the keys that have
     * it. The number of calls is that of the query's fields, not of its items.
     *
     * @param arguments what a statement has as parameters beside the keys themselves
     */
    public static <K, A, V> Uni<Map<K, V>> byArguments(
            List<K> keys, Function<K, A> arguments, BiFunction<A, List<K>, Uni<Map<K, V>>> read) {
        Map<A, List<K>> groups =
                keys.stream().collect(Collectors.groupingBy(arguments, LinkedHashMap::new, Collectors.toList()));
        List<Uni<Map<K, V>>> reads = groups.entrySet().stream()
                .map(group -> read.apply(group.getKey(), group.getValue()))
                .toList();
        return Multi.createFrom()
                .iterable(reads)
                .onItem()
                .transformToUniAndConcatenate(each -> each)
                .collect()
                .in(LinkedHashMap::new, Map::putAll);
    }

    /**
     * The list of each key, of lists that were read by id; a key of which nothing was found has an empty one.
     *
     * @param id what the lists were read by
     */
    public static <K, I, T> Map<K, List<T>> lists(List<K> keys, Function<K, I> id, Map<I, List<T>> found) {
        return keys.stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), key -> found.getOrDefault(id.apply(key), List.of())));
    }

    private static <K extends Record, V> DataLoader<K, V> newLoader(
            String batch, Function<List<K>, Uni<Map<K, V>>> loader, DataLoaderOptions options) {
        MappedBatchLoader<K, V> mapped = keys -> loader.apply(List.copyOf(keys)).subscribeAsCompletionStage();
        return DataLoaderFactory.newMappedDataLoader(batch, mapped, options);
    }

    /**
     * A subscription has one registry for all of its events, and a mutation for all of its steps: a later one must not be given what
     * was before.
     */
    private static DataLoaderOptions optionsFor(DataFetchingEnvironment environment) {
        boolean changesNothing =
                environment.getOperationDefinition().getOperation() == OperationDefinition.Operation.QUERY;
        return DataLoaderOptions.newOptions().setCachingEnabled(changesNothing).build();
    }
}
