package arcade.media;

import com.github.davidmoten.aws.lw.client.Client;
import com.github.davidmoten.aws.lw.client.HttpMethod;
import com.github.davidmoten.aws.lw.client.MaxAttemptsExceededException;
import com.github.davidmoten.aws.lw.client.Request;
import com.github.davidmoten.aws.lw.client.Response;
import com.github.davidmoten.aws.lw.client.ResponseInputStream;
import com.github.davidmoten.aws.lw.client.ServiceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A bucket of a service that speaks S3, with signed requests. A content is an object of its name. */
final class BucketShelf implements Shelf {
    private static final int CONNECT_SECONDS = 3;
    private static final int READ_SECONDS = 20;

    private final String bucket;
    private final Client service;

    /**
     * @param endpoint the service's address, the bucket's name is the first part of its paths; empty: Amazon's
     * @throws IllegalArgumentException naming the key that is missing or wrong
     */
    BucketShelf(String bucket, Optional<URI> endpoint, String region, String accessKey, String secretKey) {
        if (accessKey.isEmpty() || secretKey.isEmpty()) {
            throw new IllegalArgumentException("arcade.media.bucket is set: arcade.media.access-key and"
                    + " arcade.media.secret-key must be, too");
        }
        this.bucket = bucket;
        Client.Builder4 builder = Client.s3()
                .region(region)
                .accessKey(accessKey)
                .secretKey(secretKey)
                .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                .readTimeout(READ_SECONDS, TimeUnit.SECONDS);
        endpoint.ifPresent(address -> builder.baseUrlFactory((name, where) -> address.toString()));
        this.service = builder.build();
    }

    @Override
    public Optional<Content> open(String name) throws IOException {
        return asking(name, request -> {
            ResponseInputStream answer = request.responseInputStream();
            if (answer.statusCode() == HttpURLConnection.HTTP_OK) {
                long length =
                        answer.header("Content-Length").map(Long::parseLong).orElse(-1L);
                return Optional.of(new Content(length, answer));
            }
            answer.close();
            return missing(name, answer.statusCode());
        });
    }

    @Override
    public boolean holds(String name) throws IOException {
        return asking(name, request -> request.method(HttpMethod.HEAD).exists());
    }

    @Override
    public void put(String name, MediaKind kind, byte[] content) throws IOException {
        asking(name, request -> {
            Response answer = request.method(HttpMethod.PUT)
                    .header("Content-Type", kind.type())
                    .header("Cache-Control", MediaStore.FOR_EVER)
                    .requestBody(content)
                    .response();
            return answer.isOk() ? Optional.of(name) : missing(name, answer.statusCode());
        });
    }

    private interface Asking<T> {
        T answer(Request request) throws IOException;
    }

    private <T> T asking(String name, Asking<T> question) throws IOException {
        try {
            return question.answer(service.path(bucket, name));
        } catch (ServiceException | MaxAttemptsExceededException | UncheckedIOException e) {
            throw new IOException("the bucket " + bucket + " does not answer for " + name + ": " + e.getMessage(), e);
        }
    }

    private <T> Optional<T> missing(String name, int status) throws IOException {
        if (status == HttpURLConnection.HTTP_NOT_FOUND) {
            return Optional.empty();
        }
        throw new IOException("the bucket " + bucket + " answered " + status + " for " + name);
    }
}
