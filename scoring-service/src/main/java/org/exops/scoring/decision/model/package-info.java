/**
 * The order of judgement: a sequence of small steps over facts computed once, the first that answers wins.
 *
 * <p>Scores and quality are in [−1,1], money is US dollars, latency is milliseconds, probabilities and margins are shares. The
 * model is pure: the same docket gives the same judgement.
 */
@NullMarked
package org.exops.scoring.decision.model;

import org.jspecify.annotations.NullMarked;
