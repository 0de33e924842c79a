package io.lancang.mutation.fault;

import java.util.List;

/**
 * Test classes that run together.
 *
 * @param module where they are, which may be one that uses the fault's
 */
record Round(SourceModule module, List<String> tests) {}
