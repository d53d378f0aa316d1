package org.exops.local.launcher.service;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/** A launcher of one child, to be killed: prints the child's process id and waits. */
final class OrphanGuardProbe {
    private OrphanGuardProbe() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        OrphanGuard guard = OrphanGuard.watch();
        Process child = new ProcessBuilder("sleep", "600").start();
        guard.adopt(child.pid());
        System.out.println(child.pid());
        new CountDownLatch(1).await();
    }
}
