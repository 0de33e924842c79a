package io.lancang.federation.differential.run;

import io.lancang.federation.differential.data.Data;
import io.lancang.federation.differential.schema.Schema;
import io.lancang.federation.differential.schema.Whole;
import java.util.ArrayList;
import java.util.List;

/** Subgraphs, and the data that all of them read. */
public record Federation(List<Schema> subgraphs, Data data) {
    public Federation {
        subgraphs = List.copyOf(subgraphs);
    }

    /** Everything that any subgraph defines, in one schema. */
    public Schema whole() {
        return Whole.of(subgraphs);
    }

    public Federation with(Schema subgraph) {
        List<Schema> changed = new ArrayList<>();
        subgraphs.forEach(present -> changed.add(present.name().equals(subgraph.name()) ? subgraph : present));
        return new Federation(changed, data);
    }

    public Federation without(Schema subgraph) {
        return new Federation(
                subgraphs.stream().filter(present -> !present.equals(subgraph)).toList(), data);
    }

    public Federation with(Data changed) {
        return new Federation(subgraphs, changed);
    }
}
