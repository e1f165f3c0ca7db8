package arcade.operations.topology;

/**
 * Where the pictures lie, for all nodes the same.
 *
 * @param folder on every host; null: in the home, or in a bucket
 * @param bucket of a service that speaks S3; null: in a folder. Its keys lie with the nodes' secrets
 * @param endpoint the service's address; null: Amazon's
 * @param region null: the service has none
 */
public record MediaPlace(String folder, String bucket, String endpoint, String region) {
    static final MediaPlace HOME = new MediaPlace(null, null, null, null);
}
