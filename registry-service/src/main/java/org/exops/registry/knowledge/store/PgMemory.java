package org.exops.registry.knowledge.store;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.exops.kit.paging.Page;
import org.exops.kit.paging.PageRequest;
import org.exops.kit.transaction.Sql;
import org.exops.registry.experiment.model.Configuration;
import org.exops.registry.experiment.model.Outcome;
import org.exops.registry.knowledge.Memory;
import org.exops.registry.knowledge.model.Hit;
import org.exops.registry.knowledge.model.Likeness;
import org.exops.registry.knowledge.model.Question;
import org.exops.registry.knowledge.model.Remembered;
import org.exops.registry.transaction.SessionSql;
import org.hibernate.reactive.mutiny.Mutiny;

/** Memory in PostgreSQL: full text for questions, trigrams for hypotheses. */
@ApplicationScoped
class PgMemory implements Memory {
    private static final String KEEP = """
            insert into knowledge (experiment_id, experiment, title, surface, target, decision, decided_at, hypothesis,
                                   lessons, tags, review)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            on conflict (experiment_id) do nothing""";
    // The operator % finds by index what shares 0.3 of its trigrams, PostgreSQL's default; the caller's bound is no
    // lower. Equality stands beside it: where the locale knows ASCII letters only, other scripts have no trigrams.
    private static final String NEAR = """
            select experiment, decision, likeness, same_surface, same_target
            from (select experiment, decision, decided_at, surface = ?2 as same_surface, target = ?3 as same_target,
                         case when lower(hypothesis) = lower(?1) then cast(1 as double precision)
                              else cast(similarity(lower(hypothesis), lower(?1)) as double precision) end as likeness
                  from knowledge
                  where experiment <> ?4
                    and (lower(hypothesis) = lower(?1) or lower(hypothesis) % lower(?1))) near
            where likeness >= cast(?5 as double precision)""";
    private static final String CLOSEST = " order by likeness desc, decided_at desc limit 20";
    // Keys have no comma.
    private static final String UNREAD_FAILURES = """
             and same_surface and same_target and decision = any(string_to_array(?6, ','))
             and not experiment = any(string_to_array(?7, ','))""";
    private static final String FAILURES = Stream.of(Outcome.values())
            .filter(Outcome::isFailure)
            .map(Outcome::name)
            .collect(Collectors.joining(","));

    private final Sql sql = new SessionSql();

    @Override
    public Uni<Void> keep(Remembered it) {
        return sql.execute(
                        KEEP,
                        it.experimentId(),
                        it.experiment(),
                        it.text().title(),
                        it.subject().surface(),
                        it.subject().target().name(),
                        it.decision().name(),
                        OffsetDateTime.ofInstant(it.decidedAt(), ZoneOffset.UTC),
                        it.text().hypothesis(),
                        it.text().lessons(),
                        String.join(", ", it.text().tags()),
                        it.text().review())
                .replaceWithVoid();
    }

    @Override
    public Uni<Page<Hit>> search(Question question, PageRequest page) {
        SearchStatement statement = new SearchStatement(question, page);
        return Panache.getSession()
                .chain(session -> statement
                        .bind(session.createNativeQuery(statement.text(), Object[].class))
                        .getResultList())
                .map(rows -> rows.stream().map(HitRow::hit).toList())
                .map(hits -> Page.of(hits, page, SearchStatement::position));
    }

    @Override
    public Uni<List<Likeness>> like(String key, Configuration configuration, double least) {
        return likenesses(NEAR + CLOSEST, query -> bind(query, key, configuration, least));
    }

    @Override
    public Uni<List<Likeness>> unreadFailures(String key, Configuration configuration, double least) {
        return likenesses(
                NEAR + UNREAD_FAILURES + CLOSEST,
                query -> bind(query, key, configuration, least)
                        .setParameter(6, FAILURES)
                        .setParameter(7, read(configuration)));
    }

    private static String read(Configuration configuration) {
        return Stream.concat(
                        configuration.acknowledgedPriorAttempts().stream(), Stream.ofNullable(configuration.revises()))
                .collect(Collectors.joining(","));
    }

    private static Uni<List<Likeness>> likenesses(
            String statement, UnaryOperator<Mutiny.SelectionQuery<Object[]>> binding) {
        return Panache.getSession()
                .chain(session -> binding.apply(session.createNativeQuery(statement, Object[].class))
                        .getResultList())
                .map(rows -> rows.stream().map(PgMemory::likeness).toList());
    }

    private static Mutiny.SelectionQuery<Object[]> bind(
            Mutiny.SelectionQuery<Object[]> query, String key, Configuration configuration, double least) {
        return query.setParameter(1, configuration.hypothesis())
                .setParameter(2, configuration.surface())
                .setParameter(3, configuration.target().name())
                .setParameter(4, key)
                .setParameter(5, least);
    }

    private static Likeness likeness(Object[] row) {
        return new Likeness(
                (String) row[0], Outcome.valueOf((String) row[1]), (Double) row[2], (Boolean) row[3], (Boolean) row[4]);
    }
}
