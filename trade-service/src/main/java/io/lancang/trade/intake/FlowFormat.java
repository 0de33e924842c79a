package io.lancang.trade.intake;

import io.lancang.kit.dataset.RowReader;
import java.util.List;
import java.util.Optional;

/** One way of writing flows in a CSV file. */
interface FlowFormat {
    /** What people call it. */
    String name();

    /** The columns that tell it, for messages. */
    String columns();

    /** What a file with this header, which is of this format, calls things. */
    FlowWords words(List<String> header);

    /** How a file with this header is read into the dataset; empty if the header is of another format. */
    Optional<RowReader> reader(List<String> header, FlowDataset dataset, FlowCodes codes);
}
