package org.exops.local.launcher.demo;

import java.io.PrintStream;

/** Tells on the screen what is done, why, and what the API answered. */
public final class Narrator {
    private final PrintStream out;
    private int chapters;

    public Narrator(PrintStream out) {
        this.out = out;
    }

    /** A new step, with the sentence that explains it. */
    void chapter(String title, String sentence) {
        chapters++;
        out.printf("%n%d. %s%n   %s%n", chapters, title, sentence);
    }

    /** A request, the status of its answer and, where it is a problem, its name in the API. */
    void exchange(String method, String path, Answer answer) {
        out.println("   " + (method + " " + path + " -> " + answer.status() + " " + answer.slug()).strip());
    }

    /** What there is to see in the answer. */
    void note(String text) {
        text.lines().forEach(line -> out.println("     " + line));
    }

    /** A document, as it is. */
    void document(String text) {
        out.println();
        out.println(text.strip());
    }
}
