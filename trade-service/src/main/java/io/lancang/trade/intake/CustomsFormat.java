package io.lancang.trade.intake;

import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.RowReader;
import io.lancang.trade.figure.Flow;
import io.lancang.trade.storage.TradeFlowTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Country tables of China Customs, with the columns of a packaged one. */
final class CustomsFormat implements FlowFormat {
    private static final String PARTNER = "partner_code";
    private static final String SOURCE = "source";

    private final Dataset packaged;

    CustomsFormat(Dataset packaged) {
        this.packaged = packaged;
    }

    @Override
    public String name() {
        return "customs table as " + packaged.id();
    }

    @Override
    public String columns() {
        return String.join(",", packaged.header());
    }

    @Override
    public FlowWords words(List<String> header) {
        return new FlowWords(
                "year",
                "",
                header.contains(PARTNER) ? PARTNER : "",
                header.contains("flow") ? "flow" : "",
                "",
                "",
                header.stream()
                        .filter(column -> column.startsWith("value"))
                        .findFirst()
                        .orElse("row"),
                Map.of(Flow.EXPORTS, "export", Flow.IMPORTS, "import"));
    }

    @Override
    public Optional<RowReader> reader(List<String> header, FlowDataset dataset, FlowCodes codes) {
        if (!packaged.header().equals(header)) {
            return Optional.empty();
        }
        RowReader reader = TradeFlowTable.into(
                dataset.number(), packaged.parts().getFirst().reader());
        return Optional.of((row, rows) -> reader.read(row, figure -> {
            if (header.contains(PARTNER) && !codes.partners().contains(row.text(PARTNER))) {
                throw row.rejected(PARTNER, "'" + row.text(PARTNER) + "' is no known partner code");
            }
            if (!codes.sources().contains(row.text(SOURCE))) {
                throw row.rejected(SOURCE, "'" + row.text(SOURCE) + "' is no known source");
            }
            rows.add(figure);
        }));
    }
}
