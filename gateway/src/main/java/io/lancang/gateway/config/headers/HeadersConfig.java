package io.lancang.gateway.config.headers;

import java.util.List;

/** Rules about headers between clients and subgraphs. How they behave is in docs/headers.md. */
public interface HeadersConfig {
    /** What subgraphs are sent; applied in order, each rule to what those before it left. N counts from 0. */
    List<RequestHeaderRuleConfig> request();

    /** What clients are sent of the headers of subgraphs' answers. N counts from 0. */
    List<ResponseHeaderRuleConfig> response();
}
