package io.lancang.trade.sdmx.message;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.lancang.trade.sdmx.data.DataQuery;
import io.lancang.trade.sdmx.series.Series;
import io.lancang.trade.sdmx.structure.Component;
import io.lancang.trade.series.Observation;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Data as SDMX-CSV 2.0: an observation a line, with the columns of all attributes that are asked for. What is not known is blank. */
public final class CsvMessage implements DataMessage {
    private final DataQuery query;
    private final String reference;
    private final List<Component> attributes;
    private final StringWriter lines = new StringWriter();
    /** One for all series, which are short: its room is larger than most of them. */
    private final CsvWriter writer = CsvWriter.builder().build(lines);

    public CsvMessage(DataQuery query) {
        this.query = query;
        this.reference = query.dataflow().artefact().reference();
        this.attributes = query.dataflow().structure().attributes().stream()
                .filter(query.attributes()::contains)
                .toList();
    }

    @Override
    public String head() {
        List<String> columns = new ArrayList<>(List.of("STRUCTURE", "STRUCTURE_ID", "ACTION"));
        query.dataflow().structure().dimensions().forEach(each -> columns.add(each.name()));
        columns.add(Component.TIME_PERIOD.name());
        columns.add(Component.OBS_VALUE.name());
        attributes.forEach(each -> columns.add(each.name()));
        return lines(List.of(columns));
    }

    @Override
    public String series(Series series) {
        List<String> common = new ArrayList<>(List.of("dataflow", reference, "I"));
        query.dataflow().structure().dimensions().forEach(each -> common.add(series.code(each)));
        return lines(series.observations().stream()
                .map(observation -> line(series, common, observation))
                .toList());
    }

    /** @param common the fields that all lines of the series begin with */
    private List<String> line(Series series, List<String> common, Observation observation) {
        List<String> fields = new ArrayList<>(common.size() + 2 + attributes.size());
        fields.addAll(common);
        fields.add(Series.time(observation));
        BigDecimal value = observation.value();
        fields.add(value == null ? "" : value.toPlainString());
        for (Component attribute : attributes) {
            String text = series.attribute(attribute, observation);
            fields.add(text == null ? "" : text);
        }
        return fields;
    }

    @Override
    public String tail() {
        return "";
    }

    private String lines(List<List<String>> records) {
        records.forEach(writer::writeRecord);
        try {
            writer.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        String written = lines.toString();
        lines.getBuffer().setLength(0);
        return written;
    }
}
