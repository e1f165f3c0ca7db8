import com.hazelcast.config.Config;
import com.hazelcast.config.PartitionGroupConfig.MemberGroupType;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;

/**
 * Tries to become a member of a grid and prints how many members it then sees: 1 means alone. It carries no data, so that a grid
 * which lets it in loses nothing when it leaves.
 *
 * <p>Arguments: the grid's name, its own address, and the members' {@code address:port}.
 */
public final class Stranger {
    public static void main(String[] arguments) {
        Config config = new Config();
        config.setClusterName(arguments[0]);
        config.setLiteMember(true);
        config.setProperty("hazelcast.max.join.seconds", "6");
        config.setProperty("hazelcast.phone.home.enabled", "false");
        config.setProperty("hazelcast.partition.count", "71");
        config.setProperty("hazelcast.socket.bind.any", "false");
        config.getPartitionGroupConfig().setEnabled(true).setGroupType(MemberGroupType.HOST_AWARE);
        config.getNetworkConfig().setPort(5799).setPortAutoIncrement(false);
        config.getNetworkConfig().getInterfaces().setEnabled(true).addInterface(arguments[1]);
        config.getNetworkConfig().getJoin().getAutoDetectionConfig().setEnabled(false);
        config.getNetworkConfig().getJoin().getMulticastConfig().setEnabled(false);
        config.getNetworkConfig().getJoin().getTcpIpConfig().setEnabled(true).setConnectionTimeoutSeconds(2);
        for (int index = 2; index < arguments.length; index++) {
            config.getNetworkConfig().getJoin().getTcpIpConfig().addMember(arguments[index]);
        }
        HazelcastInstance instance = Hazelcast.newHazelcastInstance(config);
        System.out.println("members: " + instance.getCluster().getMembers().size());
        instance.getLifecycleService().terminate();
        System.exit(0);
    }
}
