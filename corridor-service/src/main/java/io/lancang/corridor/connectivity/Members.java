package io.lancang.corridor.connectivity;

import io.lancang.corridor.partner.Partner;
import java.util.List;

/**
 * The countries that a question is about, each once, ordered: the key of a batch.
 *
 * @param codes alpha-3 codes
 */
record Members(List<String> codes) {
    static Members of(Connectivity connectivity) {
        return new Members(connectivity.partners().stream().map(Partner::code).toList());
    }
}
