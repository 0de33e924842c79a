package io.lancang.federation.differential.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** All things, by id. The root types' objects have the types' names as ids. */
public record Data(Map<String, Thing> things) {
    public Data {
        things = Collections.unmodifiableMap(new LinkedHashMap<>(things));
    }

    public Thing thing(Ref ref) {
        return thing(ref.id());
    }

    public Thing thing(String id) {
        return Objects.requireNonNull(things.get(id), () -> "no thing " + id);
    }

    public List<Thing> ofType(String type) {
        return things.values().stream()
                .filter(thing -> thing.type().equals(type))
                .toList();
    }

    public Data with(Thing thing) {
        Map<String, Thing> more = new LinkedHashMap<>(things);
        more.put(thing.id(), thing);
        return new Data(more);
    }

    @Override
    public String toString() {
        return things.values().stream()
                .map(thing -> thing.id() + ": " + thing.type() + " " + thing.fields())
                .collect(Collectors.joining("\n"));
    }
}
