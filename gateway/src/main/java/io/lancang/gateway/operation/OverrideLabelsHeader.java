package io.lancang.gateway.operation;

import io.vertx.core.MultiMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the labels that a request puts in force for itself.
 *
 * @param name of the header; empty if no request may
 */
record OverrideLabelsHeader(Optional<String> name) {
    /** The labels in all headers of that name, without the space around them. */
    Set<String> read(MultiMap headers) {
        if (name.isEmpty() || !headers.contains(name.get())) {
            return Set.of();
        }
        return headers.getAll(name.get()).stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .map(String::strip)
                .filter(label -> !label.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
