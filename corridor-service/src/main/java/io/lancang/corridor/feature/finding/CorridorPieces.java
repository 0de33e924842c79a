package io.lancang.corridor.feature.finding;

import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the corridors that are in pieces. Their segments come one corridor after the other. Belongs to one thread at a time. */
final class CorridorPieces {
    private final List<Finding> found = new ArrayList<>();
    private Pieces pieces = new Pieces();
    private @Nullable String corridor;

    /** Takes a segment in. */
    void join(Row segment) {
        String next = segment.getString("corridor");
        if (!next.equals(corridor)) {
            end();
            corridor = next;
        }
        pieces.join(segment.getString("from_location"), segment.getString("to_location"));
    }

    /** What was found, when all segments are taken in. */
    List<Finding> found() {
        end();
        return found;
    }

    private void end() {
        List<String> beginnings = pieces.beginnings();
        if (corridor != null && beginnings.size() > 1) {
            found.add(new Finding(
                    FindingKind.CORRIDOR_IN_PIECES,
                    corridor,
                    beginnings.size() + " pieces, with " + String.join(", ", beginnings)));
        }
        pieces = new Pieces();
    }
}
