package io.lancang.corridor.changes.release;

import io.lancang.kit.dataset.Dataset;
import java.util.List;

/** One kind of file of this service. */
interface CorridorTable {
    /** Which columns its files have. */
    Columns columns();

    /** The dataset, made for a file with these columns. */
    Dataset dataset(List<String> header);
}
