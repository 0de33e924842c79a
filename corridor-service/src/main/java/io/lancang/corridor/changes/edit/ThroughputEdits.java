package io.lancang.corridor.changes.edit;

import io.lancang.corridor.ground.choice.NamedThing;
import io.lancang.corridor.ground.citation.Cited;
import io.lancang.corridor.ground.fact.Basis;
import io.lancang.corridor.ground.rule.Days;
import io.lancang.corridor.ground.rule.Figures;
import io.lancang.corridor.ground.vocabulary.Vocabulary;
import io.lancang.kit.edit.Edits;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.text.Numerals;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Records figures of what passes. */
@Singleton
class ThroughputEdits {
    private static final String DATASET = "throughput";

    private final NetworkEdits edits;
    private final Days days;
    /** The words of the file, by meaning: a figure has the id that the file would give it. */
    private final Map<Basis, String> words;

    ThroughputEdits(NetworkEdits edits, Days days) {
        this.edits = edits;
        this.days = days;
        this.words = Vocabulary.packaged().terms("basis", Basis.class).entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));
    }

    /** Records a figure and returns its id; fails with NOT_FOUND or BAD_USER_INPUT if a rule is broken. */
    Uni<String> record(NewThroughput figure) {
        check(figure);
        String id = id(figure);
        NetworkEdits.Change change = new NetworkEdits.Change(
                "recordThroughput", DATASET, List.of(subject(figure)), id, content(figure), figure.source());
        return edits.make(change, release -> write(id, figure, release)).replaceWith(id);
    }

    private static Uni<JsonObject> write(String id, NewThroughput figure, long release) {
        return NetworkEdits.find(ThroughputEntity.class, id)
                .call(known -> known == null ? Uni.createFrom().voidItem() : NetworkEdits.close(known, release))
                .call(known -> Edits.keep(new ThroughputEntity(id, figure, number(figure), release)))
                .call(known -> NetworkEdits.citeOnly(Cited.THROUGHPUT, id, figure.source(), release))
                .map(known -> known == null ? new JsonObject() : known.stated());
    }

    private static NetworkEdits.Reference subject(NewThroughput figure) {
        String corridor = figure.corridor();
        return corridor == null
                ? new NetworkEdits.Reference(NamedThing.LOCATION, "locations", String.valueOf(figure.location()))
                : new NetworkEdits.Reference(NamedThing.CORRIDOR, "corridors", corridor);
    }

    private static JsonObject content(NewThroughput figure) {
        return new JsonObject()
                .put("corridor", figure.corridor())
                .put("location", figure.location())
                .put("metric", figure.metric().name())
                .put("periodStart", given(figure.periodStart()))
                .put("periodEnd", given(figure.periodEnd()))
                .put("value", number(figure).toPlainString())
                .put("unit", figure.unit())
                .put("basis", figure.basis().name())
                .put("note", figure.note());
    }

    private static @Nullable String given(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private void check(NewThroughput figure) {
        if ((figure.corridor() == null) == (figure.location() == null)) {
            throw ServiceException.badInput(
                    "A figure is about a corridor or about a location: exactly one of `corridor` and `location` must be"
                            + " given.",
                    "Send one of them.");
        }
        Arguments.refuse("unit", Figures.faultOfUnit(figure.metric(), figure.unit()));
        if (!(figure.value() >= 0)) {
            throw ServiceException.badInput(
                    "`value` is " + figure.value() + "; it must not be negative.", "Send an amount.");
        }
        if (!Numerals.isSane(number(figure))) {
            throw ServiceException.badInput(
                    "`value` is " + figure.value() + "; a figure has at most " + Numerals.MOST_DIGITS
                            + " digits before its point and " + Numerals.MOST_DIGITS + " behind it.",
                    "Send a figure of this world.");
        }
        LocalDate start = figure.periodStart();
        LocalDate end = figure.periodEnd();
        Arguments.refuse("periodStart", Optional.ofNullable(start).flatMap(Days::faultOf));
        Arguments.refuse("periodEnd", Optional.ofNullable(end).flatMap(days::faultOfReported));
        Arguments.refuse("periodEnd", Figures.faultOfPeriod(figure.basis(), start, end));
    }

    private String id(NewThroughput figure) {
        String subject = figure.corridor() == null ? "node:" + figure.location() : "corridor:" + figure.corridor();
        return String.join(
                ":",
                subject,
                figure.metric().name().toLowerCase(java.util.Locale.ROOT),
                text(figure.periodStart()) + "/" + text(figure.periodEnd()),
                String.valueOf(words.get(figure.basis())));
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    /** As it was given: a whole number has no fraction. */
    private static BigDecimal number(NewThroughput figure) {
        BigDecimal number = BigDecimal.valueOf(figure.value()).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }
}
