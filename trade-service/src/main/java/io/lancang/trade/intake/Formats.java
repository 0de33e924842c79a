package io.lancang.trade.intake;

import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.RowReader;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.intake.LoadableDatasets;
import io.lancang.kit.intake.Upload;
import io.lancang.trade.file.TradeReleases;
import io.lancang.trade.storage.TradeFlowTable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Finds out by its header how a file is written. */
@Singleton
class Formats implements LoadableDatasets {
    private final DataSource dataSource;
    private final Datasets datasets;
    private final List<FlowFormat> formats;

    Formats(DataSource dataSource, Datasets datasets, TradeReleases packaged) {
        this.dataSource = dataSource;
        this.datasets = datasets;
        this.formats = Stream.concat(
                        Stream.of(new OwnFormat(), new ComtradeFormat(), new ChineseFormat()),
                        packaged.customsTables().stream().map(CustomsFormat::new))
                .toList();
    }

    @Override
    public Reading reading(String code, Upload upload) throws SQLException, IOException {
        return new Reading(forFile(code, upload), upload);
    }

    @Override
    public Dataset dataset(String code) throws SQLException {
        return datasets.any(code);
    }

    /**
     * The dataset of this code, made to read a file with the header of this one.
     *
     * @throws ServiceException NOT_FOUND if there is no such dataset, BAD_USER_INPUT if no format has the header
     */
    private Dataset forFile(String code, Upload upload) throws SQLException, IOException {
        List<String> header = upload.header();
        Optional<Dataset> packaged = datasets.packaged(code);
        if (packaged.isPresent()) {
            // Its own reader says what is wrong with another header.
            return packaged.get();
        }
        FlowDataset dataset = datasets.added(code);
        FlowCodes codes = codes();
        for (FlowFormat format : formats) {
            Optional<RowReader> reader = format.reader(header, dataset, codes);
            if (reader.isPresent()) {
                FlowWords words = format.words(header);
                return TradeFlowTable.checkedByReader(
                        code,
                        dataset.number(),
                        header,
                        reader.get(),
                        part -> part.doubtedBy(new FlowDoubts(dataset.number(), words))
                                .filledBy(words.columns(), words.values()));
            }
        }
        throw new UnknownFormat(upload, header, formats).refusal();
    }

    private FlowCodes codes() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return FlowCodes.read(connection);
        }
    }
}
