package io.lancang.trade.advantage;

import io.lancang.trade.figure.Gap;
import io.lancang.trade.figure.GapReason;

/** Why compositions cannot be compared. */
final class Gaps {
    private Gaps() {}

    static Gap noExports(Comparison.Key key) {
        Comparison comparison = key.comparison();
        String what = key.exporter().equals(comparison.other())
                ? "Nobody exports to itself."
                : "No dataset has exports of " + key.exporter() + " to " + comparison.other() + " in "
                        + comparison.year() + " by " + comparison.goods().label()
                        + ", as the exporter reports them. Packaged are those from and to China by SITC section of 1995, 2005"
                        + " and 2015.";
        return Gap.of(GapReason.NOT_COVERED, what);
    }
}
