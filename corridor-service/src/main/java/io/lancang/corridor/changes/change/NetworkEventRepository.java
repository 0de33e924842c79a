package io.lancang.corridor.changes.change;

import io.lancang.corridor.ground.page.KeysetPage;
import io.lancang.kit.connection.PageArguments;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads what changed by releases, and what happened by real dates: one statement a page. */
@Singleton
class NetworkEventRepository {
    private static final String TOUCHED = """
            select f.release_id as release, '%1$s' as subject_kind, f.id,
                   case when exists (select from %2$s p where p.id = f.id and p.superseded_by = f.release_id)
                     then 'REVISED' else 'ADDED' end as kind
            from %2$s f where f.release_id > $1
            union all
            select distinct f.superseded_by, '%1$s', f.id, 'REMOVED'
            from %2$s f where f.superseded_by > $1
              and not exists (select from %2$s n where n.id = f.id and n.release_id = f.superseded_by)
            """;

    private static final String CHANGES = """
            select t.release, r.loaded_at, r.dataset, t.kind, t.subject_kind, t.id as subject,
                   lpad(t.release::text, 19, '0') as sort_key, t.subject_kind || ' ' || t.id as id
            from (""" + TOUCHED.formatted("CORRIDOR", "corridor_fact") + " union all "
            + TOUCHED.formatted("SEGMENT", "segment_fact") + " union all "
            + TOUCHED.formatted("LOCATION", "location_fact")
            + ") t join release r on r.id = t.release where $2::timestamptz is null or r.loaded_at > $2";

    private static final String EVENTS = """
            select h.*, h.first_day::text as sort_key, h.kind || ' ' || h.subject_kind || ' ' || h.subject || ' ' || h.last_day as id
            from (
              select 'OPENING' as kind, 'SEGMENT' as subject_kind, o.segment as subject, o.first_day, o.last_day, null as note
              from current_opening o where not o.announced
              union
              select 'OPENING', 'CORRIDOR', c.id, date_first(c.key_date), date_last(c.key_date), null
              from current_corridor_row c where c.opened_earliest is not null
              union
              select m.event, m.subject_kind, m.subject, m.first_day, m.last_day, min(m.note)
              from current_milestone m where not m.planned and m.event <> 'OPENING'
              group by m.event, m.subject_kind, m.subject, m.first_day, m.last_day
              union
              select 'STATUS_CHANGE', s.subject_kind, s.subject, s.changed_on, s.changed_on, max(concat_ws(': ', s.to_status, s.note))
              from current_status_change s group by s.subject_kind, s.subject, s.changed_on) h
            where h.first_day >= $1 and h.last_day <= $2
            """;

    private final Pool pool;

    NetworkEventRepository(Pool pool) {
        this.pool = pool;
    }

    /**
     * What releases did, in their order, then by what it is about.
     *
     * @param release those after this number
     * @param moment those that were published after it; null for all
     */
    Uni<KeysetPage<NetworkChange>> changes(long release, @Nullable OffsetDateTime moment, PageArguments arguments) {
        return pool.preparedQuery(KeysetPage.sql(CHANGES, 2, arguments))
                .execute(KeysetPage.addTo(Tuple.tuple().addLong(release).addValue(moment), arguments))
                .map(rows -> KeysetPage.read(rows, arguments, NetworkEventRepository::change));
    }

    /** What certainly happened within a range of days, earliest first. */
    Uni<KeysetPage<NetworkEvent>> events(LocalDate from, LocalDate to, PageArguments arguments) {
        return pool.preparedQuery(KeysetPage.sql(EVENTS, 2, arguments))
                .execute(KeysetPage.addTo(Tuple.of(from, to), arguments))
                .map(rows -> KeysetPage.read(rows, arguments, NetworkEventRepository::event));
    }

    private static NetworkChange change(Row row) {
        return new NetworkChange(
                String.valueOf(row.getLong("release")),
                row.getOffsetDateTime("loaded_at"),
                row.getString("dataset"),
                ChangeKind.valueOf(row.getString("kind")),
                ChangedSubject.valueOf(row.getString("subject_kind")),
                row.getString("subject"));
    }

    private static NetworkEvent event(Row row) {
        return new NetworkEvent(
                NetworkEventKind.valueOf(row.getString("kind")),
                row.getLocalDate("first_day"),
                row.getLocalDate("last_day"),
                ChangedSubject.valueOf(row.getString("subject_kind")),
                row.getString("subject"),
                row.getString("note"));
    }
}
