package io.lancang.federation.compose.satisfiability;

import io.lancang.federation.compose.problem.CompositionErrorCode;
import io.lancang.federation.compose.problem.Place;
import io.lancang.federation.compose.problem.Problems;
import io.lancang.federation.compose.schema.Element;
import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.schema.FieldElement;
import io.lancang.federation.compose.schema.FieldsType;
import io.lancang.federation.compose.schema.RootOperation;
import io.lancang.federation.compose.schema.TypeElement;
import io.lancang.federation.compose.schema.TypeReferences;
import io.lancang.federation.compose.schema.UnionType;
import io.lancang.federation.compose.subgraph.SubgraphModel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Walks every query from the roots, shortest first, with all the positions that each step may leave it at. A place that
 * was walked with fewer positions to choose from needs no second walk. Confined to one thread.
 */
final class QueryWalk {

    private final SubgraphMoves moves;
    private final Reachability reachability;
    private final Problems problems;
    private final Map<String, List<Stop>> walked = new HashMap<>();
    private final Set<String> reported = new HashSet<>();
    private final Deque<Stop> ahead = new ArrayDeque<>();

    /** A type of the supergraph on the way of a query, with the positions at which it may be and the contexts above. */
    private record Stop(String type, Set<SubgraphPosition> positions, Contexts contexts, QueryPath path) {

        /** Whether a walk from here shows all that a walk from the other, with more to choose from, would show. */
        boolean covers(Stop other) {
            return other.positions().containsAll(positions) && contexts.areIn(other.contexts());
        }
    }

    QueryWalk(SubgraphMoves moves, Problems problems) {
        this.moves = moves;
        this.reachability = new Reachability(moves);
        this.problems = problems;
    }

    void walk() {
        for (RootOperation operation : RootOperation.values()) {
            List<SubgraphPosition> roots = new ArrayList<>();
            for (SubgraphModel subgraph : moves.subgraphs().values()) {
                if (subgraph.type(operation.typeName()) != null) {
                    roots.add(SubgraphPosition.plain(subgraph.name(), operation.typeName()));
                }
            }
            if (!roots.isEmpty()) {
                arrive(operation.typeName(), roots, Contexts.NONE, QueryPath.root(operation));
            }
        }
        goOn();
    }

    private void goOn() {
        while (!ahead.isEmpty()) {
            Stop stop = ahead.removeFirst();
            switch (moves.schema().types().get(stop.type())) {
                case FieldsType object when object.isObject() -> walkFields(object, stop);
                case FieldsType shared -> walkInterface(shared, stop);
                case UnionType union -> walkPossibleTypes(union.members(), stop);
                case null, default -> {
                    // A leaf: nothing is below it.
                }
            }
        }
    }

    private void arrive(String type, List<SubgraphPosition> starts, Contexts contexts, QueryPath path) {
        Stop stop = new Stop(type, reachability.from(starts), contexts, path);
        List<Stop> before = walked.computeIfAbsent(type, ignored -> new ArrayList<>());
        if (before.stream().noneMatch(each -> each.covers(stop))) {
            before.add(stop);
            ahead.addLast(stop);
        }
    }

    private void walkFields(FieldsType type, Stop stop) {
        Contexts below = stop.contexts().below(type.name(), stop.positions(), moves);
        for (FieldElement field : type.fields().values()) {
            if (!isHidden(field)) {
                walkField(type, field, stop, below);
            }
        }
    }

    private void walkField(FieldsType type, FieldElement field, Stop stop, Contexts below) {
        QueryPath path = stop.path().field(field.name());
        Set<SubgraphPosition> served = stop.positions().stream()
                .filter(position -> stop.contexts().serve(position, field.name(), reachability))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<SubgraphPosition> next = reachability.over(served, field.name());
        if (next.isEmpty()) {
            report(type.name(), field.name(), stop, path);
            return;
        }
        String returned = TypeReferences.namedType(field.type());
        TypeElement target = moves.schema().types().get(returned);
        if (target == null || isHidden(target)) {
            return;
        }
        if (type.name().equals(RootOperation.MUTATION.typeName())) {
            walkMutation(returned, next, below, path);
        } else {
            arrive(returned, next, below, path);
        }
    }

    /**
     * A mutation is sent to one subgraph, which has to lead to everything that can be selected of its result: another one
     * that shares the field would carry it out a second time.
     */
    private void walkMutation(String returned, List<SubgraphPosition> next, Contexts below, QueryPath path) {
        Problems unsatisfied = null;
        for (SubgraphPosition start : next) {
            Problems alone = new Problems();
            QueryWalk walk = new QueryWalk(moves, alone);
            walk.arrive(returned, List.of(start), below, path);
            walk.goOn();
            if (!alone.hasErrors()) {
                return;
            }
            unsatisfied = unsatisfied == null ? alone : unsatisfied;
        }
        if (unsatisfied != null) {
            problems.addErrors(unsatisfied);
        }
    }

    /**
     * A query on an interface can be written with a fragment for each implementation, so that walking these is enough,
     * unless the query stands at an interface object, which does not know the implementations.
     */
    private void walkInterface(FieldsType shared, Stop stop) {
        boolean knowsImplementations = stop.positions().stream()
                .anyMatch(position -> !moves.subgraph(position.subgraph()).isInterfaceObject(position.type()));
        if (!knowsImplementations) {
            reportUnknownTypes(shared.name(), stop);
            walkFields(shared, stop);
        }
        Set<String> implementations = new HashSet<>();
        for (TypeElement type : moves.schema().types().values()) {
            if (type instanceof FieldsType object && object.isImplementationOf(shared.name())) {
                implementations.add(object.name());
            }
        }
        walkPossibleTypes(implementations, stop);
    }

    private void walkPossibleTypes(Set<String> names, Stop stop) {
        for (String name : names) {
            List<SubgraphPosition> narrowed = moves.narrowed(stop.positions(), name);
            TypeElement type = moves.schema().types().get(name);
            if (!narrowed.isEmpty() && type != null && !isHidden(type)) {
                arrive(name, narrowed, stop.contexts(), stop.path().on(name));
            }
        }
    }

    /** Not even {@code __typename} can be answered of an interface object from which no subgraph with the interface is reached. */
    private void reportUnknownTypes(String shared, Stop stop) {
        if (reported.add(shared)) {
            List<Place> places = stop.positions().stream()
                    .map(position -> moves.subgraph(position.subgraph()))
                    .flatMap(
                            subgraph -> Stream.ofNullable(subgraph.type(shared)).map(subgraph::place))
                    .distinct()
                    .toList();
            problems.error(
                    CompositionErrorCode.SATISFIABILITY_ERROR,
                    shared,
                    places,
                    "the query \"" + stop.path().field("__typename") + "\" cannot be resolved: \"" + shared
                            + "\" is an interface object there, and by no resolvable @key of the interface does a router"
                            + " get to a subgraph that knows the implementations; add one");
        }
    }

    private static boolean isHidden(Element element) {
        return element.directives().has(FederationDirective.INACCESSIBLE);
    }

    private void report(String type, String field, Stop stop, QueryPath path) {
        String coordinate = type + "." + field;
        if (reported.add(coordinate)) {
            List<Place> places = moves.subgraphs().values().stream()
                    .flatMap(subgraph -> subgraph.field(type, field).map(subgraph::place).stream())
                    .toList();
            problems.error(
                    CompositionErrorCode.SATISFIABILITY_ERROR,
                    coordinate,
                    places,
                    "the query \"" + path + "\" cannot be resolved: "
                            + new Explanation(moves, reachability, stop.positions(), stop.contexts()).of(type, field));
        }
    }
}
