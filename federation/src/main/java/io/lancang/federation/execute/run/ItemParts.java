package io.lancang.federation.execute.run;

import io.lancang.federation.AnswerPart;
import io.lancang.federation.PendingAnswer;
import io.lancang.federation.StreamedItems;
import io.lancang.federation.execute.answer.AnswerErrors;
import io.lancang.federation.execute.answer.AnswerTooLargeException;
import io.lancang.federation.execute.answer.AnswerWriter;
import io.lancang.federation.execute.answer.PendingItems;
import io.lancang.federation.execute.answer.ResponseWriter;
import io.lancang.federation.execute.compile.Streams;
import io.lancang.federation.execute.tree.ShortenedLists;
import io.lancang.federation.execute.tree.Value;
import io.lancang.federation.json.ByteSink;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The items of streamed lists that come after the first part of an answer: what others add to them is asked for when that part is
 * written, all at once, and they are written some at a time. Belongs to the owner of the run's tree.
 */
final class ItemParts {
    /** Items in one part at most, so that no part is as long as a whole list. */
    static final int ITEMS = 500;

    private final Streams streams;
    private final ShortenedLists lists;
    private final Deque<PendingItems> pending = new ArrayDeque<>();
    private int number;
    /** The first item of the first pending list that is not written. */
    private int next;

    ItemParts(Streams streams) {
        this.streams = streams;
        this.lists = new ShortenedLists(streams.places());
    }

    ShortenedLists lists() {
        return lists;
    }

    /** Notes the lists that the first part shows, and says how they are announced. */
    List<PendingAnswer> announce(List<PendingItems> shown) {
        List<PendingAnswer> announced = new ArrayList<>();
        for (PendingItems list : shown) {
            announced.add(new PendingAnswer(pending.size(), list.path(), list.label()));
            pending.add(list);
        }
        next = pending.isEmpty() ? 0 : pending.getFirst().start();
        return announced;
    }

    /** Whether nothing is to come any more. */
    boolean isEmpty() {
        return pending.isEmpty();
    }

    /** The first part is written: asks for what others add to the items behind. */
    void begin(FetchRun run) {
        lists.restore(run.tree());
        run.tree().visitOnly(lists, streams.paths());
        run.sendAgain(streams.below());
    }

    /**
     * The next part, if it can be written already.
     *
     * @param writers makes a writer
     * @param extensions those of the part, asked for when it is known whether it is the last
     */
    @Nullable
    AnswerPart next(
            FetchRun run,
            PartErrors errors,
            BiFunction<ByteSink, AnswerErrors, AnswerWriter> writers,
            Supplier<Map<String, @Nullable Object>> extensions,
            @Nullable CostReport cost) {
        if (pending.isEmpty() || !run.areDone(streams.below())) {
            return null;
        }
        PendingItems list = pending.getFirst();
        int length = run.tree().listLength(Value.address(list.whole()));
        int from = next;
        int to = Math.min(length, from + ITEMS);
        AnswerErrors own = new AnswerErrors();
        errors.report(list.path(), to, own);
        byte[] items = write(list, from, to, writers, own);
        boolean isNull = Arrays.equals(items, ResponseWriter.NULL);
        boolean isComplete = to == length || isNull;
        int announced = number;
        if (isComplete) {
            pending.remove();
            number++;
            next = pending.isEmpty() ? 0 : pending.getFirst().start();
        } else {
            next = to;
        }
        if (pending.isEmpty()) {
            errors.reportRest(own);
        }
        if (cost != null) {
            cost.note(list.path(), items, 0, items.length);
        }
        return new AnswerPart.Streamed(
                new StreamedItems(announced, list.path(), list.label(), from, items, own.toList(), isComplete),
                !pending.isEmpty(),
                extensions.get());
    }

    private static byte[] write(
            PendingItems list,
            int from,
            int to,
            BiFunction<ByteSink, AnswerErrors, AnswerWriter> writers,
            AnswerErrors own) {
        ByteSink sink = new ByteSink(512);
        try {
            writers.apply(sink, own).write(list, from, to);
        } catch (AnswerTooLargeException tooLarge) {
            own.add(tooLarge.error().under(list.path()));
            return ResponseWriter.NULL;
        }
        return sink.toByteArray();
    }
}
