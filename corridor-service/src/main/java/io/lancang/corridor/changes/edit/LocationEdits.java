package io.lancang.corridor.changes.edit;

import io.lancang.corridor.ground.choice.NamedThing;
import io.lancang.corridor.ground.citation.Cited;
import io.lancang.corridor.ground.rule.Coordinates;
import io.lancang.corridor.ground.rule.CountryOutlines;
import io.lancang.corridor.ground.rule.IdForm;
import io.lancang.corridor.ground.rule.PlaceCodes;
import io.lancang.corridor.ground.vocabulary.CountryCodes;
import io.lancang.kit.error.ServiceException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Adds locations. */
@Singleton
class LocationEdits {
    private static final String ADD = """
            insert into location_fact (id, name_en, name_zh, country, admin1, kind, unlocode, iata, latitude, longitude,
                                       coordinate_precision, coordinate_source, note, paired_with, release_id)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
            """;
    private static final String ADD_CODE =
            "insert into location_unlocode (unlocode, location, release_id) values ($1, $2, $3)";

    private final Edits edits;
    private final CountryCodes countries;

    LocationEdits(Edits edits, CountryCodes countries) {
        this.edits = edits;
        this.countries = countries;
    }

    /** Adds a location and returns its id; fails with BAD_USER_INPUT if a rule is broken. */
    Uni<String> add(NewLocation location) {
        Arguments.refuse("id", IdForm.faultOf(location.id()));
        Arguments.requireText("name", location.name());
        Arguments.requireText("nameZh", location.nameZh());
        countries.check(location.partner());
        checkCoordinates(location);
        checkCodes(location);
        NewDoubt.check(location.doubts());
        Arguments.checkText("pairedWith", location.pairedWith());
        Edits.Change change = Edits.Change.of(
                "addLocation", "locations", Cited.LOCATION, location.id(), content(location), location.source());
        return edits.make(
                change,
                (connection, release) -> Ids.claim(connection, "location", location.id())
                        .chain(() -> addCode(connection, location, release))
                        .chain(() -> requirePair(connection, location))
                        .chain(() -> connection.preparedQuery(ADD).execute(row(location, release)))
                        .chain(() ->
                                DoubtEdits.add(connection, Cited.LOCATION, location.id(), location.doubts(), release))
                        .replaceWith(location.id()));
    }

    private static Uni<?> requirePair(SqlConnection connection, NewLocation location) {
        String pair = location.pairedWith();
        return pair == null ? Uni.createFrom().voidItem() : NamedThing.LOCATION.require(connection, pair);
    }

    private void checkCodes(NewLocation location) {
        String unlocode = location.unlocode();
        if (unlocode != null) {
            Arguments.refuse("unlocode", PlaceCodes.faultOfUnlocode(unlocode, location.partner(), countries));
        }
        String iata = location.iata();
        if (iata != null) {
            Arguments.refuse("iata", PlaceCodes.faultOfIata(iata));
        }
    }

    private static JsonObject content(NewLocation location) {
        return new JsonObject()
                .put("name", location.name())
                .put("nameZh", location.nameZh())
                .put("partner", location.partner())
                .put("kind", location.kind().name())
                .put("admin1", location.admin1())
                .put("unlocode", location.unlocode())
                .put("iata", location.iata())
                .put("latitude", location.latitude())
                .put("longitude", location.longitude())
                .put("precision", name(location.precision()))
                .put("coordinateSource", location.coordinateSource())
                .put("note", location.note())
                .put("pairedWith", location.pairedWith())
                .put("doubts", NewDoubt.content(location.doubts()));
    }

    private static void checkCoordinates(NewLocation location) {
        Double latitude = location.latitude();
        Double longitude = location.longitude();
        if (latitude == null || longitude == null || location.precision() == null) {
            if (latitude != null || longitude != null || location.precision() != null) {
                throw ServiceException.badInput(
                        "`latitude`, `longitude` and `precision` must be given together.",
                        "Send all three, or none if the coordinates are not known.");
            }
            return;
        }
        Arguments.refuse("latitude", Coordinates.faultOfLatitude(BigDecimal.valueOf(latitude)));
        Arguments.refuse("longitude", Coordinates.faultOfLongitude(BigDecimal.valueOf(longitude)));
        Arguments.refuse("latitude", CountryOutlines.packaged().faultOf(location.partner(), latitude, longitude));
    }

    private static Uni<?> addCode(SqlConnection connection, NewLocation location, long release) {
        String code = location.unlocode();
        if (code == null) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .preparedQuery("select location from location_unlocode where unlocode = $1 and superseded_by is null")
                .execute(Tuple.of(code))
                .invoke(rows -> rows.forEach(row -> {
                    throw ServiceException.badInput(
                            "The UN/LOCODE " + code + " is that of '" + row.getString("location") + "'.",
                            "Leave `unlocode` out, or correct it.");
                }))
                .chain(() -> connection.preparedQuery(ADD_CODE).execute(Tuple.of(code, location.id(), release)));
    }

    private static Tuple row(NewLocation location, long release) {
        return Tuple.tuple()
                .addString(location.id())
                .addString(location.name())
                .addString(location.nameZh())
                .addString(location.partner())
                .addString(location.admin1())
                .addString(location.kind().name())
                .addString(location.unlocode())
                .addString(location.iata())
                .addDouble(location.latitude())
                .addDouble(location.longitude())
                .addString(name(location.precision()))
                .addString(location.coordinateSource())
                .addString(location.note())
                .addString(location.pairedWith())
                .addLong(release);
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
