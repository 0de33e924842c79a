package io.lancang.trade.sdmx.structure;

import io.lancang.trade.period.Frequency;
import io.lancang.trade.product.Classification;
import java.util.List;

/**
 * Data that can be asked for.
 *
 * @param id as paths name it
 * @param title in English
 * @param structure which components they have
 * @param frequencies how long their periods are
 */
public record Dataflow(String id, String title, Structure structure, List<Frequency> frequencies) {
    public static final Dataflow ANNUAL = new Dataflow(
            "TRADE_ANNUAL", "Annual trade in goods by partner", Structure.TOTALS, List.of(Frequency.ANNUAL));
    public static final Dataflow MONTHLY = new Dataflow(
            "TRADE_MONTHLY", "Monthly trade in goods by partner", Structure.TOTALS, List.of(Frequency.MONTHLY));

    /** Trade by products of a classification, by year and by month. */
    public static Dataflow of(Classification classification) {
        return new Dataflow(
                "TRADE_" + classification.name(),
                "Trade in goods by partner and product of " + classification.name(),
                Structure.of(classification),
                List.of(Frequency.ANNUAL, Frequency.MONTHLY));
    }

    public Artefact artefact() {
        return new Artefact(Artefact.Type.DATAFLOW, id);
    }

    /** The constraint that tells its frequency, where its structure has more of them. */
    Artefact constraint() {
        return new Artefact(Artefact.Type.DATACONSTRAINT, "CR_" + id);
    }

    boolean isConstrained() {
        return frequencies.size() == 1;
    }
}
