package arcade.password;

/** A node on which all cores are at passwords, for longer than anybody waits. */
public class BusyHashes extends PasswordHashes {
    @Override
    public String hash(String password) {
        throw new Busy();
    }

    @Override
    public boolean isRight(String password, String hash) {
        throw new Busy();
    }
}
