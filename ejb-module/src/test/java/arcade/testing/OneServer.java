package arcade.testing;

import fish.payara.arquillian.container.payara.managed.PayaraMicroDeployableContainer;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.container.LifecycleException;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.shrinkwrap.api.Archive;

/**
 * One server for all test classes in a row that deploy the same: it is started for the first of them and ended after the last, or
 * when another asks for something else. Arquillian's own starts one for each class, which took most of a whole run's time.
 */
public class OneServer extends PayaraMicroDeployableContainer {
    private Archive<?> deployed;
    private String content;
    private ProtocolMetaData place;

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
        String asked = content(archive);
        if (!asked.equals(content)) {
            end();
            place = super.deploy(archive);
            deployed = archive;
            content = asked;
        }
        return place;
    }

    /** The next class may ask for the same. */
    @Override
    public void undeploy(Archive<?> archive) {}

    @Override
    public void stop() throws LifecycleException {
        try {
            end();
        } catch (DeploymentException e) {
            throw new LifecycleException("the server of the tests does not end", e);
        }
    }

    private void end() throws DeploymentException {
        if (deployed != null) {
            super.undeploy(deployed);
            deployed = null;
            content = null;
        }
    }

    /** By name: all archives of one run are made of the same classes and files. */
    private static String content(Archive<?> archive) {
        return archive.getContent().keySet().stream()
                .map(Object::toString)
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    /** Puts it in the place of Arquillian's own. */
    public static class Extension implements LoadableExtension {
        @Override
        public void register(ExtensionBuilder builder) {
            builder.override(DeployableContainer.class, PayaraMicroDeployableContainer.class, OneServer.class);
        }
    }
}
