package org.exops.local.launcher.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;

/** Asks again until the answer is the one that was waited for: services hear of each other through events, a little later. */
final class Patience {
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Clock clock;
    private final Narrator narrator;
    private final Duration limit;

    Patience(Clock clock, Narrator narrator, Duration limit) {
        this.clock = clock;
        this.narrator = narrator;
        this.limit = limit;
    }

    /** A question that can be put again. */
    interface Question {
        Answer ask() throws InterruptedException;
    }

    /**
     * The first answer that fits.
     *
     * @throws StoryFailure naming what was waited for and the last answer, when time is up
     */
    Answer until(String awaited, Question question, Predicate<Answer> fits) throws InterruptedException {
        Instant end = clock.instant().plus(limit);
        Answer answer = question.ask();
        if (!fits.test(answer)) {
            narrator.note("waiting for " + awaited);
        }
        while (!fits.test(answer)) {
            if (clock.instant().isAfter(end)) {
                throw new StoryFailure("Waited " + limit.toSeconds() + " s for " + awaited + "; the last answer was "
                        + answer.status() + " " + answer.body());
            }
            Thread.sleep(pause(answer).toMillis());
            answer = question.ask();
        }
        return answer;
    }

    private static Duration pause(Answer answer) {
        return answer.header("Retry-After")
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(PAUSE);
    }
}
