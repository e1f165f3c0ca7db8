package arcade.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The keys {@code arcade.mail.*}. */
@ApplicationScoped
class MailSettings {
    @Inject
    @ConfigProperty(name = "arcade.mail.host")
    private Optional<String> host;

    @Inject
    @ConfigProperty(name = "arcade.mail.port", defaultValue = "587")
    private int port;

    @Inject
    @ConfigProperty(name = "arcade.mail.security", defaultValue = "starttls")
    private String security;

    @Inject
    @ConfigProperty(name = "arcade.mail.user")
    private Optional<String> user;

    @Inject
    @ConfigProperty(name = "arcade.mail.password")
    private Optional<String> password;

    @Inject
    @ConfigProperty(name = "arcade.mail.from", defaultValue = "shop@localhost")
    private String from;

    /** Empty: no mail is sent. @throws IllegalArgumentException naming a key with a bad value */
    Optional<MailServer> server() {
        return host.map(name -> new MailServer(
                name,
                port,
                MailServer.Security.of(security),
                user.orElse(""),
                password.map(String::strip).orElse(""),
                from));
    }
}
