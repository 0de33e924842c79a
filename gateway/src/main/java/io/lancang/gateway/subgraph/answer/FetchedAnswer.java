package io.lancang.gateway.subgraph.answer;

/** A subgraph's answer with what HTTP says of it. */
public record FetchedAnswer(AnswerHead head, byte[] body) {}
