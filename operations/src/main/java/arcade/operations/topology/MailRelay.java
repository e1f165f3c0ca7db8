package arcade.operations.topology;

/**
 * The server that takes the shop's mail.
 *
 * @param security none, starttls or tls
 * @param user null: it asks for none; else its password lies with the nodes' secrets
 * @param from address of every mail
 */
public record MailRelay(String host, int port, String security, String user, String from) {}
