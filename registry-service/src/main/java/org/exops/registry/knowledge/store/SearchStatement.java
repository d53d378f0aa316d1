package org.exops.registry.knowledge.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.exops.kit.paging.Cursor;
import org.exops.kit.paging.PageRequest;
import org.exops.kit.problem.ProblemException;
import org.exops.kit.problem.ProblemType;
import org.exops.registry.knowledge.model.Hit;
import org.exops.registry.knowledge.model.Question;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** One search: with words ranked by them, without by time; every value is bound. */
final class SearchStatement {
    // In microseconds since 1970, as exactly as PostgreSQL keeps it.
    private static final String TIME = "cast(extract(epoch from decided_at) * 1000000 as bigint)";
    private static final String WORDS = """
            select experiment_id, experiment, title, surface, target, decision, %s as decided,
                   round(cast(ts_rank_cd(words, query) as numeric), 6) as rank,
                   ts_headline('english', concat_ws(' … ', title, hypothesis, nullif(lessons, ''), review), query,
                               'StartSel=**, StopSel=**, MaxFragments=2, MinWords=8, MaxWords=24') as snippet,
                   to_tsvector('english', title || ' ' || replace(experiment, '-', ' ') || ' ' || tags) @@ query as w1,
                   to_tsvector('english', hypothesis) @@ query as w2,
                   to_tsvector('english', lessons) @@ query as w3,
                   to_tsvector('english', review) @@ query as w4
            from knowledge, websearch_to_tsquery('english', :q) query
            where words @@ query""".formatted(TIME);
    private static final String ALL = """
            select experiment_id, experiment, title, surface, target, decision, %s as decided, cast(0 as numeric) as rank,
                   left(hypothesis, 300) as snippet, false as w1, false as w2, false as w3, false as w4
            from knowledge where true""".formatted(TIME);

    private final Map<String, Object> values = new LinkedHashMap<>();
    private final StringBuilder inner;
    private final String text;

    SearchStatement(Question question, PageRequest page) {
        String words = question.words();
        boolean asked = words != null && !words.isBlank();
        inner = new StringBuilder(asked ? WORDS : ALL);
        if (asked) {
            values.put("q", words);
        }
        narrow("surface", question.surface());
        narrow("target", question.target());
        narrow("decision", question.decision());
        text = "select experiment_id, experiment, title, surface, target, decision, decided,"
                + " cast(rank as double precision), snippet, w1, w2, w3, w4 from (" + inner + ") found"
                + page.cursor().map(this::after).orElse("")
                + " order by rank desc, decided desc, experiment_id desc limit " + page.rows();
    }

    private void narrow(String column, @Nullable Object value) {
        if (value != null) {
            inner.append(" and ").append(column).append(" = :").append(column);
            values.put(column, value.toString());
        }
    }

    private String after(Cursor cursor) {
        values.put("afterRank", rank(cursor.text(0)));
        values.put("afterTime", cursor.number(1));
        values.put("afterId", cursor.uuid(2));
        return " where (rank, decided, experiment_id) < (cast(:afterRank as numeric), :afterTime, :afterId)";
    }

    private static BigDecimal rank(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw ProblemException.at(ProblemType.INVALID_SHAPE, "/cursor", "Is no cursor that this list has given");
        }
    }

    static Cursor position(Hit hit) {
        return Cursor.of(
                BigDecimal.valueOf(hit.rank()).toPlainString(),
                ChronoUnit.MICROS.between(Instant.EPOCH, hit.decidedAt()),
                hit.experimentId());
    }

    String text() {
        return text;
    }

    <R> Mutiny.SelectionQuery<R> bind(Mutiny.SelectionQuery<R> query) {
        values.forEach(query::setParameter);
        return query;
    }
}
