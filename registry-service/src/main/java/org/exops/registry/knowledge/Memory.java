package org.exops.registry.knowledge;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.exops.kit.paging.Page;
import org.exops.kit.paging.PageRequest;
import org.exops.registry.experiment.model.Configuration;
import org.exops.registry.knowledge.model.Hit;
import org.exops.registry.knowledge.model.Likeness;
import org.exops.registry.knowledge.model.Question;
import org.exops.registry.knowledge.model.Remembered;

/** What concluded experiments taught. */
public interface Memory {

    /** In the caller's transaction. */
    Uni<Void> keep(Remembered remembered);

    /** The closest first; without words the newest first. */
    Uni<Page<Hit>> search(Question question, PageRequest page);

    /** Experiments other than {@code key} whose hypotheses share at least {@code least} of their trigrams; the closest first. */
    Uni<List<Likeness>> like(String key, Configuration configuration, double least);

    /** Of those only the failed ones on the same surface and target that the configuration does not acknowledge. */
    Uni<List<Likeness>> unreadFailures(String key, Configuration configuration, double least);
}
