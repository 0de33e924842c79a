package io.lancang.trade.summary;

import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import io.lancang.trade.selection.EmptySelectionRepository;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Answers summaries, each by one statement, and one more where nothing was found: two where nothing was found above a least sum, which is
 * then what left it out, or there was nothing before.
 */
@Singleton
class Summaries {
    private final SummaryRepository repository;
    private final EmptySelectionRepository emptiness;

    Summaries(SummaryRepository repository, EmptySelectionRepository emptiness) {
        this.repository = repository;
        this.emptiness = emptiness;
    }

    /** The summary of a question; BAD_USER_INPUT for sums that mean nothing, LIMIT_EXCEEDED for too many groups. */
    Uni<TradeSummary> of(Question question) {
        QuestionRules.check(question);
        SummaryRows reader = new SummaryRows(question);
        return repository.groups(question).flatMap(rows -> {
            if (rows.size() > SummarySql.MOST) {
                throw new ServiceException(
                        ErrorCode.LIMIT_EXCEEDED,
                        "The summary has more than " + SummarySql.MOST + " groups.",
                        "Narrow the filter, group by less, or keep the largest by `top`.");
            }
            List<SummaryRow> groups = StreamSupport.stream(rows.spliterator(), false)
                    .map(reader::of)
                    .toList();
            List<String> notes = SummaryNotes.of(question, groups);
            return groups.isEmpty()
                    ? reason(question)
                            .map(reason -> new TradeSummary(
                                    groups,
                                    Stream.concat(Stream.of(reason), notes.stream())
                                            .toList()))
                    : Uni.createFrom().item(new TradeSummary(groups, notes));
        });
    }

    /** Why there is no group. */
    private Uni<String> reason(Question question) {
        BigDecimal least = question.leastSum();
        if (least == null) {
            return emptiness.reason(question.selection());
        }
        return repository
                .groups(question.ofAnySum())
                .flatMap(groups -> groups.size() == 0
                        ? emptiness.reason(question.selection())
                        : Uni.createFrom()
                                .item("Nothing is found: there are groups, but none has a sum of at least "
                                        + least.toPlainString() + "."));
    }
}
