package io.lancang.corridor.ground.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A place that can be reached.
 *
 * @param place its index
 * @param cost what reaching it costs
 */
public record Reached(int place, double cost) {
    /**
     * All places that can be reached from one at no more than a cost, the nearest first, that one itself left out.
     *
     * @param costs of a graph whose vertex of a place has the number of the place
     * @param most what reaching one may cost
     */
    public static List<Reached> within(Costs costs, int source, double most) {
        SearchGraph graph = costs.graph();
        double[] best = new double[graph.size()];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        best[source] = 0;
        VertexHeap open = new VertexHeap();
        open.add(source, 0);
        List<Reached> reached = new ArrayList<>();
        while (!open.isEmpty()) {
            double cost = open.leastKey();
            int vertex = open.remove();
            if (cost > best[vertex]) {
                continue;
            }
            if (vertex == graph.placeOf(vertex) && vertex != source) {
                reached.add(new Reached(vertex, cost));
            }
            for (int arc = graph.firstArc(vertex); arc < graph.firstArc(vertex + 1); arc++) {
                double sum = cost + costs.of(arc);
                int next = graph.to(arc);
                if (sum <= most && sum < best[next]) {
                    best[next] = sum;
                    open.add(next, sum);
                }
            }
        }
        return reached;
    }
}
