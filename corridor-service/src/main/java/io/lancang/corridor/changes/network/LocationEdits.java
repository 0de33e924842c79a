package io.lancang.corridor.changes.network;

import io.lancang.corridor.changes.edit.Arguments;
import io.lancang.corridor.changes.edit.Identity;
import io.lancang.corridor.changes.edit.NetworkEdits;
import io.lancang.corridor.changes.edit.NewDoubt;
import io.lancang.corridor.ground.choice.NamedThing;
import io.lancang.corridor.ground.citation.Cited;
import io.lancang.corridor.ground.rule.BothOrNone;
import io.lancang.corridor.ground.rule.Coordinates;
import io.lancang.corridor.ground.rule.CountryOutlines;
import io.lancang.corridor.ground.rule.IdForm;
import io.lancang.corridor.ground.rule.PlaceCodes;
import io.lancang.corridor.ground.vocabulary.CountryCodes;
import io.lancang.kit.edit.Edits;
import io.lancang.kit.error.ServiceException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Adds locations. */
@Singleton
class LocationEdits {
    private static final String DATASET = "locations";
    private static final String CODE = "from LocationCodeEntity where unlocode = ?1 and supersededBy is null";

    private final NetworkEdits edits;
    private final CountryCodes countries;

    LocationEdits(NetworkEdits edits, CountryCodes countries) {
        this.edits = edits;
        this.countries = countries;
    }

    /** Adds a location and returns its id; fails with BAD_USER_INPUT if a rule is broken. */
    Uni<String> add(NewLocation location) {
        Arguments.refuse("id", IdForm.faultOf(location.id()));
        Arguments.requireText("name", location.name());
        Optional.ofNullable(location.nameZh()).ifPresent(name -> Arguments.requireText("nameZh", name));
        countries.check(location.partner());
        checkCoordinates(location);
        checkCodes(location);
        NewDoubt.check(location.doubts());
        Arguments.checkText("pairedWith", location.pairedWith());
        NetworkEdits.Change change = new NetworkEdits.Change(
                "addLocation", DATASET, pair(location), location.id(), content(location), location.source());
        return edits.make(change, release -> write(location, release)).replaceWith(location.id());
    }

    private static Uni<JsonObject> write(NewLocation location, long release) {
        return Identity.claim("location", location.id(), new LocationIdentity(location.id()))
                .chain(() -> addCode(location, release))
                .chain(() -> Edits.keep(new LocationEntity(location, release)))
                .chain(() -> NetworkEdits.doubt(Cited.LOCATION, location.id(), location.doubts(), release))
                .chain(() -> NetworkEdits.cite(Cited.LOCATION, location.id(), location.source(), release))
                .map(added -> new JsonObject());
    }

    private static List<NetworkEdits.Reference> pair(NewLocation location) {
        String pair = location.pairedWith();
        return pair == null ? List.of() : List.of(new NetworkEdits.Reference(NamedThing.LOCATION, DATASET, pair));
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
        Arguments.refuse("longitude", Coordinates.faultOfPair(latitude != null, longitude != null));
        Arguments.refuse(
                "precision",
                BothOrNone.faultOf(
                        "coordinates and what they stand for", latitude != null, location.precision() != null));
        if (latitude == null || longitude == null) {
            return;
        }
        Arguments.refuse("latitude", Coordinates.faultOfLatitude(BigDecimal.valueOf(latitude)));
        Arguments.refuse("longitude", Coordinates.faultOfLongitude(BigDecimal.valueOf(longitude)));
        Arguments.refuse("latitude", CountryOutlines.packaged().faultOf(location.partner(), latitude, longitude));
    }

    private static Uni<Void> addCode(NewLocation location, long release) {
        String code = location.unlocode();
        if (code == null) {
            return Uni.createFrom().voidItem();
        }
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(CODE, LocationCodeEntity.class)
                        .setParameter(1, code)
                        .getSingleResultOrNull())
                .invoke(known -> {
                    if (known != null) {
                        throw ServiceException.badInput(
                                "The UN/LOCODE " + code + " is that of '" + known.location() + "'.",
                                "Leave `unlocode` out, or correct it.");
                    }
                })
                .chain(() -> Edits.keep(new LocationCodeEntity(code, location.id(), release)));
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
