package org.exops.local.launcher;

import java.nio.file.Path;
import org.exops.local.launcher.address.Ports;

/**
 * What was asked of the local stack.
 *
 * @param once stop after the story, with its outcome as the exit code
 * @param demo run the story
 * @param fresh empty the state first
 * @param state the folder that keeps databases, topics, keys and logs
 */
public record StartOptions(boolean once, boolean demo, boolean fresh, Path state, Ports ports) {

    StartOptions withOnce() {
        return new StartOptions(true, demo, fresh, state, ports);
    }

    StartOptions withoutDemo() {
        return new StartOptions(once, false, fresh, state, ports);
    }

    StartOptions withFresh() {
        return new StartOptions(once, demo, true, state, ports);
    }

    StartOptions withState(Path other) {
        return new StartOptions(once, demo, fresh, other, ports);
    }

    StartOptions withPorts(Ports others) {
        return new StartOptions(once, demo, fresh, state, others);
    }
}
