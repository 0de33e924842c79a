package io.lancang.corridor.feature.connectivity;

import io.lancang.corridor.ground.partner.Partner;
import io.lancang.kit.history.Vantage;
import java.util.List;

/**
 * The countries that a question is about, each once, ordered, and from when they are seen: the key of a batch.
 *
 * @param codes alpha-3 codes
 * @param seen from when
 */
record Members(List<String> codes, Vantage seen) {
    static Members of(Connectivity connectivity) {
        return new Members(connectivity.partners().stream().map(Partner::code).toList(), connectivity.seen());
    }
}
