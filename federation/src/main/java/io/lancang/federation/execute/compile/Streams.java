package io.lancang.federation.execute.compile;

import io.lancang.federation.execute.tree.ShortenedLists;
import io.lancang.federation.execute.tree.TreePath;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * The lists that one request has streamed.
 *
 * @param places of the lists
 * @param below ids of the fetches that are sent once for the beginnings of the lists and once for what is behind
 * @param paths of these fetches that lead through the lists
 */
public record Streams(List<ShortenedLists.Place> places, BitSet below, Set<TreePath> paths) {}
