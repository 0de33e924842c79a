package io.lancang.trade.sdmx;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.lancang.trade.series.Observation;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Data as SDMX-CSV 2.0: an observation a line, with the columns of all attributes that are asked for. What is not known is blank. */
final class CsvMessage implements DataMessage {
    private final DataQuery query;

    CsvMessage(DataQuery query) {
        this.query = query;
    }

    private List<Component> attributes() {
        return query.dataflow().structure().attributes().stream()
                .filter(query.attributes()::contains)
                .toList();
    }

    @Override
    public String head() {
        List<String> columns = new ArrayList<>(List.of("STRUCTURE", "STRUCTURE_ID", "ACTION"));
        query.dataflow().structure().dimensions().forEach(each -> columns.add(each.name()));
        columns.add(Component.TIME_PERIOD.name());
        columns.add(Component.OBS_VALUE.name());
        attributes().forEach(each -> columns.add(each.name()));
        return lines(List.of(columns));
    }

    @Override
    public String series(Series series) {
        return lines(series.observations().stream()
                .map(observation -> line(series, observation))
                .toList());
    }

    private List<String> line(Series series, Observation observation) {
        List<String> fields =
                new ArrayList<>(List.of("dataflow", query.dataflow().artefact().reference(), "I"));
        query.dataflow().structure().dimensions().forEach(each -> fields.add(series.code(each)));
        fields.add(Series.time(observation));
        BigDecimal value = observation.value();
        fields.add(value == null ? "" : value.toPlainString());
        for (Component attribute : attributes()) {
            String text = series.attribute(attribute, observation);
            fields.add(text == null ? "" : text);
        }
        return fields;
    }

    @Override
    public String tail() {
        return "";
    }

    private static String lines(List<List<String>> records) {
        StringWriter lines = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().build(lines)) {
            records.forEach(writer::writeRecord);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return lines.toString();
    }
}
