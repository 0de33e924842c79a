package io.lancang.corridor.changes.change;

import io.lancang.kit.event.PublishedRelease;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;

/** Finds what a release changed: one statement a release. */
@Singleton
class CorridorChangeRepository {
    private static final String OF_RELEASE = """
            with touched (corridor, part, segment) as (
              select id, 'CORRIDOR', null from corridor_fact where release_id = $1 or superseded_by = $1
              union
              select corridor, 'CORRIDOR', null from corridor_country where release_id = $1 or superseded_by = $1
              union
              select corridor, 'CORRIDOR', null from corridor_programme where release_id = $1 or superseded_by = $1
              union
              select corridor, 'SEGMENTS', id from segment_fact where release_id = $1 or superseded_by = $1
              union
              select s.corridor, 'LOCATIONS', null
              from (select distinct id from location_fact where release_id = $1 or superseded_by = $1) l
              join current_segment s on s.from_location = l.id or s.to_location = l.id
              union
              select corridor, 'THROUGHPUT', null from throughput
              where corridor is not null and (release_id = $1 or superseded_by = $1))
            select corridor, array_agg(distinct part) as parts, count(segment)::int as segment_count,
                   (coalesce(array_agg(segment order by segment) filter (where segment is not null), '{}'))[1:100] as segments
            from touched group by corridor order by corridor
            """;

    private final Pool pool;

    CorridorChangeRepository(Pool pool) {
        this.pool = pool;
    }

    /** What a release changed, by corridor, ordered by id; empty if it changed none. */
    Uni<List<CorridorChange>> of(PublishedRelease release) {
        return pool.preparedQuery(OF_RELEASE)
                .execute(Tuple.of(release.id()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> change(release, row))
                        .toList());
    }

    private static CorridorChange change(PublishedRelease release, Row row) {
        return new CorridorChange(
                row.getString("corridor"),
                Arrays.stream(row.getArrayOfStrings("parts"))
                        .map(ChangedPart::valueOf)
                        .sorted()
                        .toList(),
                List.of(row.getArrayOfStrings("segments")),
                row.getInteger("segment_count"),
                String.valueOf(release.id()),
                release.dataset(),
                release.publishedAt(),
                new ChangeCursor(release.id(), row.getString("corridor")).text());
    }
}
