package io.lancang.corridor.feature.segment;

import io.lancang.corridor.ground.choice.Conditions;
import io.lancang.corridor.ground.choice.NamedThing;
import io.lancang.corridor.ground.choice.NamedThingRepository;
import io.lancang.corridor.ground.history.FactRepository;
import io.lancang.corridor.ground.page.Keyed;
import io.lancang.corridor.ground.page.KeysetPage;
import io.lancang.kit.connection.PageArguments;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.history.Vantage;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Finds segments: two statements a page, whatever its size, the second for the facts of those on it. */
@Singleton
class SegmentPageRepository {
    private static final String WHERE = "select s.id, s.id as sort_key from current_segment s where ";

    private final NamedThingRepository named;
    private final FactRepository facts;
    private final SegmentRepository segments;

    SegmentPageRepository(NamedThingRepository named, FactRepository facts, SegmentRepository segments) {
        this.named = named;
        this.facts = facts;
        this.segments = segments;
    }

    /**
     * The segment with this id, as it is seen from a vantage.
     *
     * @throws ServiceException NOT_FOUND with the nearest ids
     */
    Uni<Segment> byId(String id, Vantage seen) {
        return segments.byIds(List.of(id), seen).chain(found -> {
            Segment segment = found.get(id);
            return segment == null
                    ? named.missing(NamedThing.SEGMENT, id, seen)
                    : Uni.createFrom().item(segment);
        });
    }

    /** A page of the segments that pass {@code filter}, ordered by id. */
    Uni<KeysetPage<Segment>> page(SegmentFilter filter, PageArguments arguments, Vantage seen) {
        Conditions conditions = filter.conditions();
        String sql = KeysetPage.sql(WHERE + conditions.sql(), conditions.size(), arguments);
        return facts.rows(sql, KeysetPage.addTo(conditions.parameters(), arguments), seen)
                .map(rows -> KeysetPage.read(rows, arguments, row -> row.getString("id")))
                .chain(ids -> segments.byIds(
                                ids.slice().items().stream().map(Keyed::item).toList(), seen)
                        .map(found -> filled(ids, found)));
    }

    /** One that was withdrawn between the two statements is left out. */
    private static KeysetPage<Segment> filled(KeysetPage<String> ids, Map<String, Segment> found) {
        List<Keyed<Segment>> items = ids.slice().items().stream()
                .filter(each -> found.containsKey(each.item()))
                .map(each -> new Keyed<>(Objects.requireNonNull(found.get(each.item())), each.sortKey(), each.id()))
                .toList();
        return new KeysetPage<>(ids.slice().with(items), ids.total());
    }
}
