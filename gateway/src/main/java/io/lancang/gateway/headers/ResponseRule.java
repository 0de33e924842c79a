package io.lancang.gateway.headers;

import io.lancang.gateway.config.headers.HeaderStrategy;
import io.lancang.gateway.config.headers.ResponseHeaderRuleConfig;
import java.util.ArrayList;
import java.util.List;

/**
 * A header of subgraphs' answers that the client is sent.
 *
 * @param source the subgraph's name of it, in lower case
 * @param target the client's name of it, in lower case
 * @param strategy which of several answers counts
 */
record ResponseRule(String source, String target, HeaderStrategy strategy) {
    /** @param key of the list */
    static List<ResponseRule> read(String key, List<ResponseHeaderRuleConfig> written) {
        List<ResponseRule> rules = new ArrayList<>(written.size());
        for (int number = 0; number < written.size(); number++) {
            ResponseHeaderRuleConfig rule = written.get(number);
            String own = key + "[" + number + "]";
            String source = HeaderNames.token(own + ".propagate", rule.propagate());
            String target = rule.rename()
                    .map(name -> HeaderNames.answered(own + ".rename", name))
                    .orElseGet(() -> HeaderNames.answered(own + ".propagate", rule.propagate()));
            rules.add(new ResponseRule(source, target, rule.strategy()));
        }
        return List.copyOf(rules);
    }
}
