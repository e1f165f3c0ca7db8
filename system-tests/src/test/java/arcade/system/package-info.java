/**
 * The cluster from outside, as shoppers, programs, operators and misfortune meet it. No class of the shop is imported here.
 *
 * <p>All classes share one cluster, in {@code target/cluster}; {@code @Order} puts those that break it late. Who writes tests
 * starts one by {@code ./arcade up --home system-tests/target/cluster --router-port 0} and keeps it over many runs with
 * {@code -Darcade.system.keep=true}. What the browser saw is in {@code target/pictures}.
 */
package arcade.system;
