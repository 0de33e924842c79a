package io.lancang.federation.execute.answer;

/**
 * One field of an object in the answer.
 *
 * @param responseKey the client's key
 * @param coordinate type and name in the API schema, for errors
 * @param opening what stands in the answer before the value: brace or comma, key and colon
 * @param slot where the value is; missing where no subgraph is asked for it
 */
record FieldProjection(String responseKey, String coordinate, byte[] opening, int slot, Completion completion) {}
