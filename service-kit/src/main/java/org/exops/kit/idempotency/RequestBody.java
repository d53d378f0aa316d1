package org.exops.kit.idempotency;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.exops.kit.problem.BodyLimit;
import org.jboss.resteasy.reactive.server.spi.ServerHttpRequest;

/** Reads a whole body without blocking, before the resource would. */
final class RequestBody implements ServerHttpRequest.ReadCallback {
    private final ServerHttpRequest request;
    private final long limit;
    private final UniEmitter<? super byte[]> emitter;
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();

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
        var bytes = new byte[chunk.remaining()];
        chunk.get(bytes);
        read.writeBytes(bytes);
        if (read.size() > limit) {
            request.pauseRequestInput();
            // What was not read would be taken for the next request on this connection.
            emitter.fail(BodyLimit.exceeded(limit).header("Connection", "close"));
        }
    }

    @Override
    public void done() {
        emitter.complete(read.toByteArray());
    }
}
