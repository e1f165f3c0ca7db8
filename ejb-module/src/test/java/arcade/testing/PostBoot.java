package arcade.testing;

/** The data sources of a node under test, with the names and time limits of a real one. */
final class PostBoot {
    private static final String POOL = """
            create-jdbc-connection-pool --datasourceclassname org.mariadb.jdbc.MariaDbDataSource \
            --restype javax.sql.DataSource --steadypoolsize 1 --maxpoolsize 16 --maxwait 5000 \
            --isolationlevel read-committed --isisolationguaranteed=true \
            --property user=arcade:password=arcade:url="%2$s" %1$s-pool
            create-jdbc-resource --connectionpoolid %1$s-pool jdbc/%1$s
            """;

    private PostBoot() {}

    static String commands(int port) {
        return pool("arcade", url(port) + "?socketTimeout=10000&sessionVariables=max_statement_time=5")
                + pool(
                        "arcade-till",
                        url(port) + "?socketTimeout=3000"
                                + "&sessionVariables=innodb_lock_wait_timeout=2,idle_transaction_timeout=5")
                // No replica: it leads to the primary.
                + pool("arcade-replica", url(port) + "?socketTimeout=30000");
    }

    private static String url(int port) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + TestDatabase.NAME;
    }

    private static String pool(String name, String url) {
        // The command's own signs: a colon parts properties, an equals sign parts name and value.
        return POOL.formatted(name, url.replace(":", "\\:").replace("=", "\\="));
    }
}
