package io.lancang.corridor.feature.route;

import org.eclipse.microprofile.graphql.Description;

@Description("Why there is no way over the segments asked for.")
public enum GapKind {
    @Description(
            "Segments on record would close the gap and have none of the wanted statuses: planned, being built, closed, known"
                    + " to be missing, in service in part.")
    NOT_IN_SERVICE,
    @Description(
            "Segments on record would close the gap, and of none of them it is known whether it is in service on `asOfDate`:"
                    + " no day of opening is on record, or none was announced. See `unknown`.")
    NOT_KNOWN_ON_DAY,
    @Description(
            "Of the stretch between the two places nothing is on record that would close it at less cost. That is no word on"
                    + " whether there is a way: see `coverage`.")
    NOT_ON_RECORD
}
