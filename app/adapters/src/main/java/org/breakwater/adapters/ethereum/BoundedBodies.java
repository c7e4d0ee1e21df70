package org.breakwater.adapters.ethereum;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/// Ends an answer that is larger than any answer can be, before it fills the memory.
///
/// @param most bytes of one answer
record BoundedBodies(long most) implements Interceptor {

    @Override
    public Response intercept(Chain chain) throws IOException {
        var response = chain.proceed(chain.request());
        return response.newBuilder()
                .body(new BoundedBody(response.body(), most))
                .build();
    }

    private static final class BoundedBody extends ResponseBody {

        private final ResponseBody body;
        private final BufferedSource source;

        BoundedBody(ResponseBody body, long most) {
            this.body = body;
            this.source = Okio.buffer(new BoundedSource(body.source(), most));
        }

        @Override
        public @Nullable MediaType contentType() {
            return body.contentType();
        }

        @Override
        public long contentLength() {
            return body.contentLength();
        }

        @Override
        public BufferedSource source() {
            return source;
        }
    }

    private static final class BoundedSource extends ForwardingSource {

        private final long most;
        private long read;

        BoundedSource(Source source, long most) {
            super(source);
            this.most = most;
        }

        @Override
        public long read(Buffer sink, long byteCount) throws IOException {
            var count = super.read(sink, byteCount);
            read += Math.max(0, count);
            if (read > most) {
                throw new IOException("the answer is larger than " + most + " bytes");
            }
            return count;
        }
    }
}
