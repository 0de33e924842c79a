package io.lancang.corridor.ground.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The places of a network in arrays. Filled by one thread, then read by any. */
final class Places {
    private final Texts ids;
    private final Texts codes;
    private final int[] placeOfCode;
    private final double[] latitude;
    private final double[] longitude;
    private final int[] country;
    private final List<String> countries = new ArrayList<>();
    private final Map<String, Integer> countryIndexes = new HashMap<>();

    Places(NetworkSize size) {
        int text = Math.toIntExact(size.placeText());
        this.ids = Texts.indexed(size.places(), text);
        this.codes = Texts.indexed(size.codes(), 5 * size.codes());
        this.placeOfCode = new int[size.codes()];
        this.latitude = new double[size.places()];
        this.longitude = new double[size.places()];
        this.country = new int[size.places()];
    }

    void add(Place place, @Nullable String unlocode, @Nullable String iata) {
        int index = ids.size();
        ids.add(place.id());
        Place.Point point = place.point();
        latitude[index] = point == null ? Double.NaN : point.latitude();
        longitude[index] = point == null ? Double.NaN : point.longitude();
        country[index] = countryIndexes.computeIfAbsent(place.country(), first -> {
            countries.add(first);
            return countries.size() - 1;
        });
        addCode(unlocode, index);
        addCode(iata, index);
    }

    private void addCode(@Nullable String code, int place) {
        if (code != null) {
            placeOfCode[codes.size()] = place;
            codes.add(code);
        }
    }

    int size() {
        return ids.size();
    }

    String id(int place) {
        return ids.get(place);
    }

    String country(int place) {
        return countries.get(country[place]);
    }

    /** How many countries have places. */
    int countries() {
        return countries.size();
    }

    /** The country of a place, numbered from 0. */
    int countryIndex(int place) {
        return country[place];
    }

    /** The alpha-3 code of a country. */
    String countryCode(int index) {
        return countries.get(index);
    }

    boolean areInSameCountry(int one, int other) {
        return country[one] == country[other];
    }

    Place.@Nullable Point point(int place) {
        return Double.isNaN(latitude[place]) ? null : new Place.Point(latitude[place], longitude[place]);
    }

    @Nullable
    Double distance(int from, int to) {
        Place.Point start = point(from);
        Place.Point end = point(to);
        return start == null || end == null ? null : start.kilometresTo(end);
    }

    OptionalInt indexOf(String idOrCode) {
        int place = ids.indexOf(idOrCode);
        if (place >= 0) {
            return OptionalInt.of(place);
        }
        int code = codes.indexOf(idOrCode);
        return code < 0 ? OptionalInt.empty() : OptionalInt.of(placeOfCode[code]);
    }
}
