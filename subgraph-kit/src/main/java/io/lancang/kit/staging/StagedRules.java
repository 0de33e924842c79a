package io.lancang.kit.staging;

import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.Rejection;
import io.lancang.kit.dataset.ReleaseRejectedException;
import io.lancang.kit.dataset.Stage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** The rules that need more than one row: no key twice, every reference known. What breaks one is in the report. */
public final class StagedRules {
    private final Connection connection;
    private final Dataset.Part part;
    private final RejectionReport report;

    public StagedRules(Connection connection, Dataset.Part part, RejectionReport report) {
        this.connection = connection;
        this.part = part;
        this.report = report;
    }

    public void checkReferences() throws SQLException {
        for (Dataset.TableReference reference : part.references()) {
            checkKnown(reference);
        }
    }

    public boolean areKeysUnique() throws SQLException {
        boolean unique = true;
        String key = String.join(", ", part.target().key());
        List<String> inFile = part.target().key().stream()
                .filter(column -> !part.fileColumn(column).isBlank())
                .toList();
        String keyInFile = inFile.stream().map(part::fileColumn).collect(Collectors.joining(", "));
        String words = inFile.stream().map(part::fileWord).collect(Collectors.joining(", "));
        // A key that is null in part is no key: see Target.Facts.
        String sql = "select max(" + Stage.LINE + ")::bigint as line, min(" + Stage.LINE
                + ")::bigint as earlier, concat_ws(', ', " + words + ") as value from " + Stage.TABLE + " where (" + key
                + ") is not null group by " + key
                + " having count(*) > 1 order by 1 limit " + ReleaseRejectedException.LIMIT;
        try (Statement statement = connection.createStatement();
                ResultSet duplicates = statement.executeQuery(sql)) {
            while (duplicates.next()) {
                unique = false;
                report.add(new Rejection(
                        duplicates.getLong("line"),
                        keyInFile,
                        "'" + duplicates.getString("value") + "' was given in line " + duplicates.getLong("earlier")
                                + " already"));
            }
        }
        return unique;
    }

    private void checkKnown(Dataset.TableReference reference) throws SQLException {
        String sql = "select s." + Stage.LINE + "::bigint as line, s." + reference.column() + " as value from "
                + Stage.TABLE + " s where s." + reference.column() + " is not null and not exists (select 1 from "
                + reference.otherTable() + " o where o." + reference.otherColumn() + " = s." + reference.column()
                + ") order by 1 limit " + ReleaseRejectedException.LIMIT;
        // Not prepared: the driver would keep the plan of a stage that had other types and collations.
        try (Statement statement = connection.createStatement();
                ResultSet unknown = statement.executeQuery(sql)) {
            while (unknown.next()) {
                report.add(new Rejection(
                        unknown.getLong("line"),
                        part.fileColumn(reference.column()),
                        "'" + unknown.getString("value") + "' is no known " + reference.meaning()));
            }
        }
    }
}
