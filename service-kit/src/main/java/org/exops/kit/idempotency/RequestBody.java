package org.exops.kit.idempotency;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.exops.kit.problem.BodyLimit;
import org.jboss.resteasy.reactive.server.spi.ServerHttpRequest;

/** Reads a whole body without blocking, before the resource would. */
final class RequestBody implements ServerHttpRequest.ReadCallback {
    // What still comes after a refusal is read and dropped, so that the answer reaches a client that is still sending;
    // one
    // that sends on and on is cut off.
    private static final long DROPPED_AT_MOST = 4L << 20;

    private final ServerHttpRequest request;
    private final long limit;
    private final UniEmitter<? super byte[]> emitter;
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private long received;

    private RequestBody(ServerHttpRequest request, long limit, UniEmitter<? super byte[]> emitter) {
        this.request = request;
        this.limit = limit;
        this.emitter = emitter;
    }

    /** Fails with 413 beyond {@code limit} bytes. */
    static Uni<byte[]> read(ServerHttpRequest request, long limit) {
        return Uni.createFrom().emitter(emitter -> {
            var body = new RequestBody(request, limit, emitter);
            if (request.isRequestEnded()) {
                body.done();
            } else {
                request.setReadListener(body);
                request.resumeRequestInput();
            }
        });
    }

    @Override
    public void data(ByteBuffer chunk) {
        received += chunk.remaining();
        if (received <= limit) {
            var bytes = new byte[chunk.remaining()];
            chunk.get(bytes);
            read.writeBytes(bytes);
        } else if (received > limit + DROPPED_AT_MOST) {
            request.closeConnection();
        } else {
            emitter.fail(BodyLimit.exceeded(limit));
        }
    }

    @Override
    public void done() {
        if (received <= limit) {
            emitter.complete(read.toByteArray());
        }
    }
}
