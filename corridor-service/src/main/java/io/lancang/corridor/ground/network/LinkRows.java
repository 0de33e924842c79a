package io.lancang.corridor.ground.network;

import io.lancang.corridor.ground.fact.FormerStatuses;
import io.lancang.corridor.ground.fact.Mode;
import io.lancang.corridor.ground.fact.PartialDate;
import io.lancang.corridor.ground.fact.Specification;
import io.lancang.corridor.ground.fact.Status;
import io.lancang.corridor.ground.fact.StatusOnDay;
import io.lancang.corridor.ground.travel.Expressways;
import io.lancang.corridor.ground.travel.LinkTravel;
import io.vertx.mutiny.sqlclient.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of segments into a network, which waits for hundreds of thousands of them: columns are read by their place, and what is
 * made of a text is made once. Belongs to one reading.
 */
final class LinkRows implements Consumer<Row> {
    /** Files say the same of many segments; of more texts than that the memory would be felt. */
    private static final int MOST_KNOWN = 4096;

    /** A line that two corridors share is one way: twice, it would look like a way around itself. */
    private static final String LINKS = """
            select s.id, s.corridor, s.from_location, s.to_location, s.mode, s.length_km::float8, s.great_circle_km::float8,
                   s.counts_in_length, s.whole_of, s.spec,
                   case when s.mode = 'ROAD' then s.name end as road_name, s.status%s
            where s.counted_in is null or not exists (
              select from current_segment o where o.id = s.counted_in and o.mode = s.mode
                and (o.from_location, o.to_location) in
                  ((s.from_location, s.to_location), (s.to_location, s.from_location)))
            order by s.corridor, s.position
            """;

    private static final int ID = 0;
    private static final int CORRIDOR = 1;
    private static final int FROM = 2;
    private static final int TO = 3;
    private static final int MODE = 4;
    private static final int LENGTH = 5;
    private static final int GREAT_CIRCLE = 6;
    private static final int COUNTS_IN_LENGTH = 7;
    private static final int WHOLE_OF = 8;
    private static final int SPECIFICATION = 9;
    private static final int ROAD_NAME = 10;
    private static final int STATUS = 11;

    private static final String SEGMENTS = " from current_segment s";
    private static final String OF_NOW = LINKS.formatted(SEGMENTS);
    private static final String BEFORE =
            SEGMENTS + " left join " + FormerStatuses.OF_SEGMENTS + " h on h.segment = s.id";
    private static final String OF_A_DAY = LINKS.formatted(
            ", s.opened, h.changed_on, h.from_statuses, false as announced, null::date as first_day, null::date as last_day"
                    + BEFORE);
    /** What was announced matters to days to come alone. */
    private static final String OF_A_DAY_TO_COME = LINKS.formatted(
            ", s.opened, h.changed_on, h.from_statuses, coalesce(a.announced, false) as announced, a.first_day, a.last_day"
                    + BEFORE + " left join current_opening a on a.segment = s.id");

    private final NetworkBuilder builder;
    private final NetworkRepository.@Nullable Day day;
    private final Map<Text, Meaning> known = new HashMap<>();

    /** @param day null for now */
    LinkRows(NetworkBuilder builder, NetworkRepository.@Nullable Day day) {
        this.builder = builder;
        this.day = day;
    }

    /** The statement whose rows are read; those of a day have its history beside them. */
    static String statement(NetworkRepository.@Nullable Day day) {
        if (day == null) {
            return OF_NOW;
        }
        return day.isToCome() ? OF_A_DAY_TO_COME : OF_A_DAY;
    }

    private record Text(
            Mode mode, boolean isNamedExpressway, @Nullable String specification) {}

    private record Meaning(List<Integer> gaugesMm, LinkTravel travel) {}

    @Override
    public void accept(Row row) {
        Mode mode = Mode.valueOf(row.getString(MODE));
        Meaning meaning =
                meaning(new Text(mode, Expressways.isNamedIn(row.getString(ROAD_NAME)), row.getString(SPECIFICATION)));
        boolean isPart = row.getBoolean(COUNTS_IN_LENGTH);
        builder.add(
                row.getString(CORRIDOR),
                new NetworkBuilder.LinkRow(
                        row.getString(ID),
                        row.getString(FROM),
                        row.getString(TO),
                        mode,
                        state(row),
                        meaning.gaugesMm(),
                        meaning.travel(),
                        row.getDouble(LENGTH),
                        row.getDouble(GREAT_CIRCLE)),
                isPart,
                isPart ? Set.of() : Set.of(row.getArrayOfStrings(WHOLE_OF)));
    }

    private Meaning meaning(Text text) {
        Meaning before = known.get(text);
        if (before != null) {
            return before;
        }
        List<Integer> gaugesMm =
                Specification.of(text.mode(), text.specification()).gaugesMm();
        boolean isExpressway =
                text.mode() == Mode.ROAD && (text.isNamedExpressway() || Expressways.isNamedIn(text.specification()));
        Meaning meaning =
                new Meaning(gaugesMm, LinkTravel.of(text.mode(), gaugesMm, isExpressway, text.specification()));
        if (known.size() < MOST_KNOWN) {
            known.put(text, meaning);
        }
        return meaning;
    }

    private StatusOnDay state(Row row) {
        Status now = Status.valueOf(row.getString(STATUS));
        if (day == null) {
            return StatusOnDay.now(now);
        }
        StatusOnDay.Announced announced = row.getBoolean("announced")
                ? new StatusOnDay.Announced(row.getLocalDate("first_day"), row.getLocalDate("last_day"))
                : null;
        Status then = FormerStatuses.of(row).on(day.asked(), now);
        return StatusOnDay.on(day.asked(), day.today(), then, PartialDate.stored(row.getString("opened")), announced);
    }
}
