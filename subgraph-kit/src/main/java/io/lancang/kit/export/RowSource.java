package io.lancang.kit.export;

/** Where the rows of a file are from. */
public sealed interface RowSource permits StatementRows, MadeRows {}
